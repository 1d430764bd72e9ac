"use client";

import {
  messageSteps,
  type WaitForEventStep,
  type WaitStep,
  type WaitUntilStep,
  walkEventNames,
  weekdays,
} from "#domain/sequence-graph.ts";
import { Choices } from "../../ui/choices.tsx";
import { Field, FieldSet } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select, SelectFrom } from "../../ui/select.tsx";
import { eventLabels, waitFromLabels, weekdayLabels } from "../graph-labels.ts";
import { useBuilder } from "../step-acts.tsx";
import { messageTitle } from "../step-words.ts";
import { chosenFrom } from "./chosen-from.ts";
import { KnownOption } from "./message-fields.tsx";
import { SpanField } from "./span-field.tsx";

const fromHints = {
  here: "So long after the step before it.",
  entry: "So long after the trigger: the distances hold when a step is late.",
};

export function WaitFields({ step }: { step: WaitStep }) {
  const { acts } = useBuilder();
  return (
    <>
      <SpanField
        key={step.id}
        label="Wait for"
        minutes={step.minutes}
        error={null}
        onChange={(minutes) => acts.change({ ...step, minutes }, "minutes")}
      />
      <Choices
        label="Counted"
        value={step.from}
        onChange={(from) => acts.change({ ...step, from }, "from")}
        choices={(["here", "entry"] as const).map((value) => ({
          value,
          label: `Counted ${waitFromLabels[value]}`,
          hint: fromHints[value],
        }))}
      />
    </>
  );
}

export function WaitUntilFields({ step }: { step: WaitUntilStep }) {
  const { acts } = useBuilder();
  const two = (number: number) => String(number).padStart(2, "0");
  return (
    <>
      <Field label="Until" hint="The next such time where the shopper lives.">
        <Input
          type="time"
          value={`${two(step.hour)}:${two(step.minute)}`}
          onChange={(event) => {
            const [hour, minute] = event.target.value.split(":").map(Number);
            if (hour !== undefined && minute !== undefined) acts.change({ ...step, hour, minute }, "time");
          }}
        />
      </Field>
      <FieldSet legend="On" hint="None chosen means any day.">
        <div className="flex flex-wrap gap-1">
          {weekdays.map((day) => {
            const held = step.weekdays.includes(day);
            const others = weekdays.filter((one) => (one === day ? !held : step.weekdays.includes(one)));
            return (
              <button
                key={day}
                type="button"
                aria-pressed={held}
                onClick={() => acts.change({ ...step, weekdays: others }, "weekdays")}
                className="h-8 rounded-md border border-line-strong px-2 text-sm hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent pointer-coarse:h-10"
              >
                {weekdayLabels[day]}
              </button>
            );
          })}
        </div>
      </FieldSet>
    </>
  );
}

export function WaitForEventFields({ step }: { step: WaitForEventStep }) {
  const { acts, shown } = useBuilder();
  const messages = messageSteps(shown.graph);
  const aboutMessage = step.event === "message_opened" || step.event === "message_clicked";
  return (
    <>
      <Field label="Wait until">
        <SelectFrom
          labels={eventLabels}
          value={step.event}
          onChange={(event) => {
            const chosen = chosenFrom(walkEventNames, event) ?? step.event;
            const ofStep = chosen.startsWith("message") ? step.ofStep : null;
            acts.change({ ...step, event: chosen, ofStep }, "event");
          }}
        />
      </Field>
      {aboutMessage ? (
        <Field label="Which message">
          <Select
            value={step.ofStep ?? ""}
            onChange={(event) => acts.change({ ...step, ofStep: event.target.value || null }, "ofStep")}
          >
            <option value="">Any that is sent from here on</option>
            <KnownOption id={step.ofStep} among={messages} />
            {messages.map((message) => (
              <option key={message.id} value={message.id}>
                {messageTitle(message)}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <SpanField
        key={step.id}
        label="For at most"
        minutes={step.timeoutMinutes}
        error={null}
        hint="Then it goes on by “Time is up”."
        onChange={(timeoutMinutes) => acts.change({ ...step, timeoutMinutes }, "timeoutMinutes")}
      />
    </>
  );
}
