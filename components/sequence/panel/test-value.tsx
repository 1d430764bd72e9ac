"use client";

import { useState } from "react";
import { isStepField, withValue } from "#domain/condition/edit.ts";
import type { Test } from "#domain/condition.ts";
import { currencyDigits } from "#domain/money.ts";
import { Input, InputGroup } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { fieldChoices, fieldLabels } from "../condition-labels.ts";

type Props = { test: Test; onChange: (test: Test) => void };

/** What a fact is compared with. What does not fit stays in the box, marked, and is not taken over. */
export function TestValue({ test, onChange }: Props) {
  const { value } = test;
  if (typeof value === "boolean")
    return (
      <Select
        aria-label="Value"
        value={String(value)}
        onChange={(event) => onChange(withValue(test, event.target.value === "true") ?? test)}
      >
        <option value="true">yes</option>
        <option value="false">no</option>
      </Select>
    );
  if (typeof value === "object" && !Array.isArray(value)) {
    const unit = 10 ** currencyDigits(value.currency);
    const read = (text: string) => ({ ...value, amount: Math.round(Number(text) * unit) });
    return <Typed {...{ test, onChange, read }} text={String(value.amount / unit)} unit={value.currency} numeric />;
  }
  if (typeof value === "number")
    return (
      <Typed {...{ test, onChange }} read={Number} text={String(value)} unit={fieldLabels[test.field].unit} numeric />
    );
  if (Array.isArray(value)) {
    const read = (text: string) => [...new Set(text.split(",").flatMap((word) => word.trim() || []))];
    return <Typed {...{ test, onChange, read }} text={value.join(", ")} />;
  }
  const choices = isStepField(test.field) || test.op === "contains" ? undefined : fieldChoices[test.field];
  if (choices)
    return (
      <Select
        aria-label="Value"
        value={value}
        onChange={(event) => onChange(withValue(test, event.target.value) ?? test)}
      >
        {value in choices ? null : <option value={value}>{value}</option>}
        {Object.entries(choices).map(([choice, label]) => (
          <option key={choice} value={choice}>
            {label}
          </option>
        ))}
      </Select>
    );
  return <Typed {...{ test, onChange }} read={(text) => text.trim()} text={value} />;
}

function Typed(
  props: Props & { text: string; read: (text: string) => unknown; unit?: string | undefined; numeric?: boolean },
) {
  const { test, text, read, unit, numeric = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const fits = typed === null || (typed.trim() !== "" && withValue(test, read(typed)) !== null);
  const input = (
    <Input
      aria-label="Value"
      inputMode={numeric ? "decimal" : undefined}
      aria-invalid={!fits || undefined}
      value={typed ?? text}
      onBlur={() => fits && setTyped(null)}
      onChange={(event) => {
        setTyped(event.target.value);
        const changed = event.target.value.trim() === "" ? null : withValue(test, read(event.target.value));
        if (changed) props.onChange(changed);
      }}
    />
  );
  return unit ? <InputGroup after={unit}>{input}</InputGroup> : input;
}
