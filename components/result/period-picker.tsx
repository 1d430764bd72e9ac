"use client";

import { type FormEvent, useState } from "react";
import type { ChosenSpan } from "#domain/day-span.ts";
import { type Period, periods } from "#domain/period.ts";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/input.tsx";
import { Segmented } from "../ui/segmented.tsx";

const periodLabels: Record<Period, string> = { "7d": "7 days", "30d": "30 days", "90d": "90 days", "365d": "Year" };

export type PeriodChange = { period: string } | { from: string; to: string };

/** Days that end today, or two days of one's own. */
export function PeriodPicker({ span, onChange }: { span: ChosenSpan; onChange: (change: PeriodChange) => void }) {
  const [own, setOwn] = useState(span.period === null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented
        label="Period"
        value={own ? "own" : (span.period ?? "own")}
        onChange={(value) => {
          setOwn(value === "own");
          if (value !== "own") onChange({ period: value });
        }}
        options={[
          ...periods.map((value) => ({ value, label: periodLabels[value] })),
          { value: "own" as const, label: "Days" },
        ]}
      />
      {own ? <OwnDays key={`${span.from} ${span.to}`} span={span} onChange={onChange} /> : null}
    </div>
  );
}

function OwnDays({ span, onChange }: { span: ChosenSpan; onChange: (change: PeriodChange) => void }) {
  const [from, setFrom] = useState(span.from);
  const [to, setTo] = useState(span.to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ from, to });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-1.5">
      <Input
        type="date"
        aria-label="First day"
        required
        max={to}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        className="w-36"
      />
      <span className="text-ink-faint">to</span>
      <Input
        type="date"
        aria-label="Last day"
        required
        min={from}
        value={to}
        onChange={(event) => setTo(event.target.value)}
        className="w-36"
      />
      <Button type="submit">Show</Button>
    </form>
  );
}
