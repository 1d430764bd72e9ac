"use client";

import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type Choice<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode };

/** One of a few, each with a line that says what it means. */
export function Choices<Value extends string>(props: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
  disabled?: boolean;
  columns?: 1 | 2 | 3;
}) {
  const columns = { 1: "", 2: "sm:grid-cols-2", 3: "md:grid-cols-3" }[props.columns ?? 1];
  return (
    <RadioGroup.Root
      aria-label={props.label}
      value={props.value}
      disabled={props.disabled}
      onValueChange={(value) => {
        const chosen = props.choices.find((choice) => choice.value === value);
        if (chosen) props.onChange(chosen.value);
      }}
      className={cn("grid gap-2", columns)}
    >
      {props.choices.map((choice) => (
        <RadioGroup.Item
          key={choice.value}
          value={choice.value}
          className="group flex items-start gap-2.5 rounded-lg border border-line-strong bg-surface p-3 text-left transition-colors hover:bg-sunken disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft"
        >
          <span
            aria-hidden
            className="mt-0.5 size-3.5 shrink-0 rounded-full border border-line-strong bg-surface group-data-[state=checked]:border-4 group-data-[state=checked]:border-accent"
          />
          <span className="grid gap-0.5">
            <span className="font-medium text-ink text-sm">{choice.label}</span>
            {choice.hint ? <span className="text-ink-soft text-xs">{choice.hint}</span> : null}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
