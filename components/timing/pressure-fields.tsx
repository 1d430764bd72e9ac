"use client";

import { enough } from "#domain/timing/best-hour.ts";
import type { QuietRule } from "#domain/timing/pressure.ts";
import { NumberField } from "../ui/number-field.tsx";
import { Switch } from "../ui/switch.tsx";

/** Whether whoever is back on the shop's site is left alone, and for how long. */
export function SiteFields({
  value,
  onChange,
}: {
  value: QuietRule | null;
  onChange: (value: QuietRule | null) => void;
}) {
  return (
    <div className="grid gap-3">
      <Switch
        label="Leave people alone who are back in the shop"
        hint="They may buy by themselves. Known from their carts, the snippet in the shop's pages, and clicks of their own."
        checked={value !== null}
        onCheckedChange={(on) => onChange(on ? { quietMinutes: 60, mostHours: 6 } : null)}
      />
      {value ? (
        <div className="flex flex-wrap gap-4 pl-11">
          <NumberField
            label="Until they were gone for"
            unit="minutes"
            min={5}
            max={1_440}
            value={value.quietMinutes}
            onChange={(quietMinutes) => onChange({ ...value, quietMinutes })}
          />
          <NumberField
            label="But late by at most"
            unit="hours"
            min={1}
            max={72}
            value={value.mostHours}
            onChange={(mostHours) => onChange({ ...value, mostHours })}
          />
        </div>
      ) : null}
    </div>
  );
}

/** Whether messages wait for the hour in which somebody reads, with what that costs. */
export function BestHourFields({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <div className="grid gap-2">
      <Switch label="Wait for the hour in which somebody reads" checked={value} onCheckedChange={onChange} />
      <div className="grid max-w-prose gap-1.5 pl-11 text-ink-soft text-sm">
        <p>
          Learned from the hours in which each person opened and clicked, machines left out: from {enough.contact} acts
          of their own on, else from {enough.cohort} of people in their country. Of whom neither is known is written to
          when the message is due.
        </p>
        <p>
          A message may leave up to a day later by it, so a first reminder after an hour may come tomorrow. Whether that
          wins more back than it loses is not known for your shoppers: compare it in an experiment before you trust it.
        </p>
        <p>Switched on, it learns from the last 180 days; switched off, what was learned is deleted.</p>
      </div>
    </div>
  );
}
