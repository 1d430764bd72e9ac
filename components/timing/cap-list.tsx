"use client";

import { Plus, X } from "lucide-react";
import type { FrequencyCap } from "#domain/timing/pressure.ts";
import { Button } from "../ui/button.tsx";
import { FieldSet } from "../ui/field.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { formatMinutes } from "../ui/time.tsx";

const mostCaps = 5;
const usualHours = [12, 168, 24, 720, 48];

/** How many messages one contact gets at most, by one limit or several; a message must keep all of them. */
export function CapList(props: {
  caps: FrequencyCap[];
  error: string | null;
  onChange: (caps: FrequencyCap[]) => void;
}) {
  const { caps, onChange } = props;
  const set = (place: number, change: Partial<FrequencyCap>) =>
    onChange(caps.map((cap, index) => (index === place ? { ...cap, ...change } : cap)));
  const add = () => {
    const hours = usualHours.find((one) => caps.every((cap) => cap.hours !== one)) ?? 1;
    onChange([...caps, { messages: hours > 24 ? 3 : 1, hours }]);
  };
  return (
    <FieldSet
      legend="Most messages per contact"
      hint="Over all sequences and in any stretch of that length. What would be one too many waits until it is not."
    >
      {caps.length === 0 ? (
        <p className="text-ink-soft text-sm">No limit: every message leaves when it is due.</p>
      ) : null}
      <ol className="grid gap-3">
        {caps.map((cap, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a limit has no name of its own, and none is moved.
          <li key={place} className="flex flex-wrap items-start gap-3">
            <NumberField
              label={`Limit ${place + 1}: at most`}
              unit={cap.messages === 1 ? "message" : "messages"}
              min={1}
              max={50}
              value={cap.messages}
              onChange={(messages) => set(place, { messages })}
            />
            <NumberField
              label="Within"
              unit="hours"
              min={1}
              max={720}
              value={cap.hours}
              hint={cap.hours >= 48 ? formatMinutes(cap.hours * 60) : null}
              onChange={(hours) => set(place, { hours })}
            />
            <Button
              size="sm"
              className="sm:mt-7"
              aria-label={`Remove limit ${place + 1}`}
              onClick={() => onChange(caps.filter((_, index) => index !== place))}
            >
              <X aria-hidden />
              Remove
            </Button>
          </li>
        ))}
      </ol>
      {props.error ? (
        <p role="alert" className="text-bad text-xs">
          {props.error}
        </p>
      ) : null}
      {caps.length < mostCaps ? (
        <div>
          <Button size="sm" onClick={add}>
            <Plus aria-hidden />
            Add a limit
          </Button>
        </div>
      ) : null}
    </FieldSet>
  );
}
