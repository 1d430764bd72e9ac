"use client";

import type { ReactNode } from "react";
import { Field } from "./field.tsx";
import { Input, InputGroup } from "./input.tsx";

/** A whole number with its unit. While it is being typed it may be empty; then it counts as not a number. */
export function NumberField(props: {
  label: ReactNode;
  unit: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  hint?: ReactNode;
  error?: string | null;
  className?: string;
}) {
  const { label, hint, error, className } = props;
  return (
    <Field {...{ label, hint, error, className }}>
      <InputGroup after={props.unit} className="max-w-44">
        <Input
          type="number"
          inputMode="numeric"
          required
          step={1}
          min={props.min}
          max={props.max}
          value={Number.isNaN(props.value) ? "" : props.value}
          onChange={(event) => props.onChange(event.target.valueAsNumber)}
        />
      </InputGroup>
    </Field>
  );
}
