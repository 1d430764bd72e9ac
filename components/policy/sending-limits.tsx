"use client";

import type { FrequencyCap } from "#domain/decision.ts";
import type { SendWindow } from "#domain/send-window.ts";
import { Field } from "../ui/field.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";

/** Hours of the shopper's own day in which messages may leave. */
export function WindowFields(props: {
  value: SendWindow | null;
  error: string | null;
  onChange: (value: SendWindow | null) => void;
}) {
  const { value, onChange } = props;
  return (
    <div className="grid gap-3">
      <Switch
        label="Only at certain hours"
        hint="On the shopper's own clock. What comes due outside of them waits."
        checked={value !== null}
        onCheckedChange={(on) => onChange(on ? { fromHour: 8, toHour: 21 } : null)}
      />
      {value ? (
        <div className="grid max-w-sm grid-cols-2 gap-4 pl-11">
          <Field label="From">
            <HourSelect from={0} value={value.fromHour} onChange={(fromHour) => onChange({ ...value, fromHour })} />
          </Field>
          <Field label="Until" error={props.error}>
            <HourSelect from={1} value={value.toHour} onChange={(toHour) => onChange({ ...value, toHour })} />
          </Field>
        </div>
      ) : null}
    </div>
  );
}

function HourSelect(props: { from: number; value: number; onChange: (hour: number) => void }) {
  return (
    <Select value={props.value} onChange={(event) => props.onChange(Number(event.target.value))}>
      {Array.from({ length: 24 }, (_, index) => props.from + index).map((hour) => (
        <option key={hour} value={hour}>
          {String(hour).padStart(2, "0")}:00
        </option>
      ))}
    </Select>
  );
}

/** How many messages one contact gets at most. */
export function CapFields(props: {
  value: FrequencyCap | null;
  error: string | null;
  onChange: (value: FrequencyCap | null) => void;
}) {
  const { value, onChange } = props;
  return (
    <div className="grid gap-3">
      <Switch
        label="Limit messages per contact"
        hint="Over all sequences. What would be one too many waits."
        checked={value !== null}
        onCheckedChange={(on) => onChange(on ? { messages: 1, hours: 12 } : null)}
      />
      {value ? (
        <div className="grid max-w-sm grid-cols-2 gap-4 pl-11">
          <NumberField
            label="At most"
            unit={value.messages === 1 ? "message" : "messages"}
            min={1}
            max={50}
            value={value.messages}
            onChange={(messages) => onChange({ ...value, messages })}
            error={props.error}
          />
          <NumberField
            label="Within"
            unit="hours"
            min={1}
            max={720}
            value={value.hours}
            onChange={(hours) => onChange({ ...value, hours })}
          />
        </div>
      ) : null}
    </div>
  );
}
