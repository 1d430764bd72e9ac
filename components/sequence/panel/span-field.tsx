"use client";

import { useState } from "react";
import { type DelayUnit, delayFrom, delayUnits } from "#domain/sequence-plan.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { chosenFrom } from "./chosen-from.ts";

/** A length of time in the unit that its author thinks in. Nothing typed counts as zero, which is shown as a problem. */
export function SpanField(props: {
  label: string;
  minutes: number;
  error: string | null;
  hint?: string;
  onChange: (minutes: number) => void;
}) {
  const [unit, setUnit] = useState<DelayUnit>(unitOf(props.minutes));
  const count = props.minutes / delayFrom(1, unit);
  const change = (value: number, of: DelayUnit) =>
    props.onChange(Math.min(525_600, Math.max(0, delayFrom(Number.isFinite(value) ? value : 0, of))));
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      <span className="grid grid-cols-[5.5rem_1fr] gap-1.5">
        <Input
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          value={count === 0 ? "" : Math.round(count * 100) / 100}
          onChange={(event) => change(event.target.valueAsNumber, unit)}
        />
        <Select
          id={undefined}
          aria-label={`${props.label}, unit`}
          value={unit}
          onChange={(event) => {
            const next = chosenFrom(delayUnits, event) ?? unit;
            setUnit(next);
            change(count, next);
          }}
        >
          {delayUnits.map((known) => (
            <option key={known} value={known}>
              {known}
            </option>
          ))}
        </Select>
      </span>
    </Field>
  );
}

function unitOf(minutes: number): DelayUnit {
  if (minutes >= 1440 && minutes % 1440 === 0) return "days";
  return minutes >= 60 && minutes % 60 === 0 ? "hours" : "minutes";
}
