"use client";

import { type ReactNode, useState } from "react";
import { Field } from "../../ui/field.tsx";
import { Input, InputGroup } from "../../ui/input.tsx";

/** A number with its unit. What is no number yet stays in the field and changes nothing; leaving it shows what holds. */
export function FigureField(props: {
  label: ReactNode;
  unit: ReactNode;
  value: number | null;
  onChange: (value: number) => void;
  onEmpty?: () => void;
  min?: number;
  max?: number;
  hint?: ReactNode;
  error?: string | null;
  className?: string;
}) {
  const { label, hint, error, className, value } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    setTyped(text);
    if (text.trim() === "") return props.onEmpty?.();
    const number = Number(text);
    if (Number.isFinite(number)) props.onChange(number);
  };
  return (
    <Field {...{ label, hint, error, className }}>
      <InputGroup after={props.unit} className="max-w-44">
        <Input
          type="number"
          inputMode="decimal"
          step="any"
          min={props.min}
          max={props.max}
          value={typed ?? (value === null ? "" : String(value))}
          onChange={(event) => change(event.target.value)}
          onBlur={() => setTyped(null)}
        />
      </InputGroup>
    </Field>
  );
}
