"use client";

import { useState } from "react";
import { type DelayUnit, delayFrom, delayParts, delayUnits } from "#domain/sequence-plan.ts";
import { Input } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";

/** How long after abandonment a step is due, in the unit that its author thinks in. */
export function DelayField(props: {
  label: string;
  minutes: number;
  disabled: boolean;
  onChange: (minutes: number) => void;
}) {
  const [unit, setUnit] = useState<DelayUnit>(delayParts(props.minutes).unit);
  const count = props.minutes / delayFrom(1, unit);
  return (
    <span className="grid grid-cols-[5rem_1fr] gap-1.5">
      <Input
        type="number"
        min={1}
        step={1}
        inputMode="numeric"
        disabled={props.disabled}
        value={Number.isFinite(count) ? Math.round(count * 100) / 100 : ""}
        onChange={(event) => props.onChange(delayFrom(Number(event.target.value), unit))}
      />
      <Select
        aria-label={`${props.label}, unit`}
        id={undefined}
        disabled={props.disabled}
        value={unit}
        onChange={(event) => {
          const next = delayUnits.find((known) => known === event.target.value);
          if (!next) return;
          setUnit(next);
          props.onChange(delayFrom(count, next));
        }}
      >
        {delayUnits.map((known) => (
          <option key={known} value={known}>
            {known}
          </option>
        ))}
      </Select>
    </span>
  );
}
