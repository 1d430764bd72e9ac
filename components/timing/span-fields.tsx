"use client";

import type { DaySpan } from "#domain/timing/send-rules.ts";
import { Select } from "../ui/select.tsx";
import { clockText, minutesToChoose, spanFault } from "./span-words.ts";

/** From when until when, by the clock on the shopper's wall; `name` says of what, to those who do not see it beside. */
export function SpanFields(props: { name: string; value: DaySpan; onChange: (value: DaySpan) => void }) {
  const { name, value, onChange } = props;
  const fault = spanFault(value);
  return (
    <span className="grid gap-1">
      <span className="flex items-center gap-2">
        <MinuteSelect
          label={`${name} from`}
          value={value.from}
          choices={minutesToChoose(0, 1_410, value.from)}
          onChange={(from) => onChange({ ...value, from })}
        />
        <span aria-hidden className="text-ink-faint">
          –
        </span>
        <MinuteSelect
          label={`${name} until`}
          value={value.to}
          choices={minutesToChoose(0, 1_440, value.to)}
          onChange={(to) => onChange({ ...value, to })}
        />
      </span>
      {fault ? (
        <span role="alert" className="text-bad text-xs">
          {fault}
        </span>
      ) : null}
      {value.from > value.to ? <span className="text-ink-faint text-xs">Until the next day</span> : null}
    </span>
  );
}

function MinuteSelect(props: { label: string; value: number; choices: number[]; onChange: (minute: number) => void }) {
  return (
    <Select
      aria-label={props.label}
      className="w-24"
      value={props.value}
      onChange={(event) => props.onChange(Number(event.target.value))}
    >
      {props.choices.map((minute) => (
        <option key={minute} value={minute}>
          {clockText(minute)}
        </option>
      ))}
    </Select>
  );
}
