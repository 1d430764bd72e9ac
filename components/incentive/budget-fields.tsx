"use client";

import type { Budget, BudgetPeriod } from "#domain/budget.ts";
import { currencyDigits } from "#domain/money.ts";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { FieldSet } from "../ui/field.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { OptionalNumber } from "../writer/optional-number.tsx";

type Limited = Extract<Budget, { kind: "limited" }>;
type Kind = BudgetPeriod | "unlimited";

const kinds: { value: Kind; label: string }[] = [
  { value: "month", label: "Each month" },
  { value: "total", label: "In total" },
  { value: "unlimited", label: "No limit" },
];

const startingAt: Limited = { kind: "limited", period: "month", coupons: 200, amounts: [] };

/** How much of an incentive may be given: a number of offers, an amount in each currency, or both. */
export function BudgetFields(props: {
  budget: Budget | null;
  currencies: string[];
  complaint: Complaint | null;
  onChange: (budget: Budget) => void;
}) {
  const { budget, onChange } = props;
  const limited = budget?.kind === "limited" ? budget : null;
  const choose = (kind: Kind) =>
    onChange(kind === "unlimited" ? { kind } : { ...(limited ?? startingAt), period: kind });
  const currencies = [...new Set([...props.currencies, ...(limited?.amounts.map(({ currency }) => currency) ?? [])])];
  const setAmount = (currency: string, amount: number | null) => {
    const others = (limited?.amounts ?? []).filter((one) => one.currency !== currency);
    onChange({ ...(limited ?? startingAt), amounts: amount === null ? others : [...others, { currency, amount }] });
  };
  return (
    <FieldSet
      legend="Budget"
      hint={
        budget === null
          ? "Choose one: without it, no sequence may offer this."
          : "When nothing is left, messages leave without the incentive. What expires unused comes back."
      }
    >
      <Segmented
        label="Budget"
        className="justify-self-start"
        value={limited?.period ?? budget?.kind ?? ""}
        onChange={(kind) => (kind === "" ? undefined : choose(kind === "limited" ? "month" : kind))}
        options={kinds}
      />
      {limited ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <OptionalNumber
            label="At most"
            unit="offers"
            value={limited.coupons}
            onChange={(coupons) => onChange({ ...limited, coupons })}
            error={complaintOn(props.complaint, "budget.coupons")}
          />
          {currencies.map((currency) => (
            <OptionalNumber
              key={currency}
              label="Taking off at most"
              unit={currency}
              scale={10 ** currencyDigits(currency)}
              value={limited.amounts.find((one) => one.currency === currency)?.amount ?? null}
              onChange={(amount) => setAmount(currency, amount)}
            />
          ))}
        </div>
      ) : null}
    </FieldSet>
  );
}
