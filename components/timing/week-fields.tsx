"use client";

import { type Weekday, weekdays } from "#domain/sequence-graph.ts";
import { type DaySpan, type SendRules, weekdaySpans } from "#domain/timing/send-rules.ts";
import { weekdayLabels } from "../sequence/graph-labels.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { FieldSet } from "../ui/field.tsx";
import { Switch } from "../ui/switch.tsx";
import { SpanFields } from "./span-fields.tsx";

const usual: DaySpan = { from: 480, to: 1_260 };
const night: DaySpan = { from: 1_320, to: 420 };

/** What a tenant begins with who sets bounds: every day from 8 to 21. */
export const usualRules: SendRules = {
  days: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: usual, sun: usual },
  quiet: null,
};

/** The week in which messages of a channel may leave, a row a day, and the hours in which nobody is disturbed. */
export function WeekFields({ value, onChange }: { value: SendRules; onChange: (value: SendRules) => void }) {
  const open = weekdaySpans(value);
  const set = (day: Weekday, span: DaySpan | null) => onChange({ ...value, days: { ...value.days, [day]: span } });
  const monday = value.days.mon;
  const asMonday = () =>
    onChange({ ...value, days: { ...usualRules.days, ...Object.fromEntries(weekdays.map((day) => [day, monday])) } });
  return (
    <div className="grid gap-4">
      <FieldSet
        legend="Days and hours"
        hint="On the shopper's own clock, whatever it is changed to in spring and autumn."
      >
        <ul className="grid gap-x-4 gap-y-2 sm:grid-cols-[auto_auto_minmax(0,1fr)]">
          {weekdays.map((day, weekday) => (
            <DayRow
              key={day}
              name={weekdayLabels[day]}
              span={value.days[day]}
              open={open.filter((one) => one.weekday === weekday)}
              onChange={(span) => set(day, span)}
            />
          ))}
        </ul>
        <div>
          <Button size="sm" onClick={asMonday}>
            All days as Monday
          </Button>
        </div>
        {open.length === 0 ? (
          <p role="alert" className="text-bad text-sm">
            No message would ever leave: open at least one day.
          </p>
        ) : null}
      </FieldSet>
      <div className="grid gap-3">
        <Switch
          label="Quiet hours"
          hint="Nothing leaves in them, whatever the day says."
          checked={value.quiet !== null}
          onCheckedChange={(on) => onChange({ ...value, quiet: on ? night : null })}
        />
        {value.quiet ? (
          <div className="pl-11">
            <SpanFields name="Quiet" value={value.quiet} onChange={(quiet) => onChange({ ...value, quiet })} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

function DayRow(props: {
  name: string;
  span: DaySpan | null;
  open: { from: number; to: number }[];
  onChange: (span: DaySpan | null) => void;
}) {
  const { name, span, onChange } = props;
  return (
    <li className="grid grid-cols-[3.75rem_minmax(0,1fr)] items-center gap-2 sm:col-span-3 sm:grid-cols-subgrid">
      <Checkbox
        label={name}
        checked={span !== null}
        onChange={(event) => onChange(event.target.checked ? usual : null)}
      />
      {span ? (
        <SpanFields name={name} value={span} onChange={onChange} />
      ) : (
        <span className="flex h-8 items-center text-ink-faint text-sm">Nothing leaves</span>
      )}
      <span aria-hidden className="relative col-span-2 block h-3 rounded-sm border bg-sunken sm:col-span-1">
        {props.open.map(({ from, to }) => (
          <span
            key={from}
            className="absolute inset-y-0 rounded-sm bg-accent"
            style={{ left: `${(from / 1_440) * 100}%`, width: `${((to - from) / 1_440) * 100}%` }}
          />
        ))}
        {[6, 12, 18].map((hour) => (
          <span
            key={hour}
            className="absolute inset-y-0 w-px bg-line-strong"
            style={{ left: `${(hour / 24) * 100}%` }}
          />
        ))}
      </span>
    </li>
  );
}
