"use client";

import { currencyDigits } from "#domain/money.ts";
import type { MoneyLimit } from "#domain/oversight.ts";
import { NumberField } from "../ui/number-field.tsx";
import { Switch } from "../ui/switch.tsx";

/** A rule that is off, or on above some number. */
export function OptionalNumber(props: {
  label: string;
  hint?: string;
  field: string;
  unit: string;
  value: number | null;
  starts: number;
  min: number;
  max: number;
  onChange: (value: number | null) => void;
}) {
  const { value, onChange } = props;
  return (
    <div className="grid gap-2">
      <Switch
        label={props.label}
        hint={props.hint}
        checked={value !== null}
        onCheckedChange={(on) => onChange(on ? props.starts : null)}
      />
      {value === null ? null : (
        <NumberField
          label={props.field}
          unit={props.unit}
          min={props.min}
          max={props.max}
          value={value}
          onChange={onChange}
          className="pl-11"
        />
      )}
    </div>
  );
}

/** A limit on carts in the tenant's own currency; limits in other currencies stay as they are. */
export function CartLimit(props: {
  label: string;
  hint?: string;
  currency: string;
  value: MoneyLimit[];
  onChange: (value: MoneyLimit[]) => void;
}) {
  const { currency, value } = props;
  const unit = 10 ** currencyDigits(currency);
  const others = value.filter((one) => one.currency !== currency);
  const mine = value.find((one) => one.currency === currency);
  return (
    <OptionalNumber
      label={props.label}
      hint={props.hint}
      field="Above"
      unit={currency}
      starts={200}
      min={0}
      max={10_000_000}
      value={mine ? mine.amount / unit : null}
      onChange={(whole) =>
        props.onChange(whole === null ? others : [...others, { currency, amount: Math.round(whole * unit) }])
      }
    />
  );
}
