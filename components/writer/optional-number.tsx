"use client";

import { type ReactNode, useState } from "react";
import { Field } from "../ui/field.tsx";
import { Input, InputGroup } from "../ui/input.tsx";

/** A number that need not be given; `scale` is how many of the kept units make one that is shown. */
export function OptionalNumber(props: {
  label: string;
  unit: string;
  value: number | null;
  onChange: (value: number | null) => void;
  scale?: number;
  max?: number;
  hint?: ReactNode;
  error?: string | null;
}) {
  const { label, unit, hint, error, scale = 1 } = props;
  const [typed, setTyped] = useState(props.value === null ? "" : String(props.value / scale));
  const type = (text: string) => {
    setTyped(text);
    const number = Number(text);
    props.onChange(text === "" || Number.isNaN(number) ? null : scale === 1 ? number : Math.round(number * scale));
  };
  return (
    <Field {...{ label, hint, error }}>
      <InputGroup after={unit} className="max-w-56">
        <Input
          type="number"
          inputMode="decimal"
          step="any"
          min={0}
          max={props.max}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
      </InputGroup>
    </Field>
  );
}
