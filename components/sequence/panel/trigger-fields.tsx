"use client";

import { Plus, Trash2 } from "lucide-react";
import { newTest, type TestBasis } from "#domain/condition/edit.ts";
import type { Condition } from "#domain/condition.ts";
import { type Exit, type Trigger, triggerKinds } from "#domain/sequence-graph.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field, FieldSet } from "../../ui/field.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { SelectFrom } from "../../ui/select.tsx";
import { exitLabels, triggerLabels } from "../graph-labels.ts";
import { useBuilder } from "../step-acts.tsx";
import { chosenFrom } from "./chosen-from.ts";
import { ConditionEditor } from "./condition-editor.tsx";

const plainExits = ["order", "unsubscribe", "cart_emptied"] as const;

/** Who enters, whom it lets in, and what ends it early. */
export function TriggerFields({ basis }: { basis: TestBasis }) {
  const { acts, shown } = useBuilder();
  const { graph } = shown;
  const { trigger, exits } = graph;
  const triggerOf = (kind: Trigger["kind"]): Trigger => (kind === "time_since_order" ? { kind, days: 60 } : { kind });
  const setExits = (changed: Exit[]) => acts.setGraph({ ...graph, exits: changed }, "exits");
  const ownExit = exits.findIndex((exit) => exit.kind === "condition");
  const own = exits[ownExit];
  const setOwn = (when: Condition | null) =>
    setExits([
      ...exits.filter((exit) => exit.kind !== "condition"),
      ...(when ? [{ kind: "condition" as const, when }] : []),
    ]);
  return (
    <>
      <Field label="It begins when">
        <SelectFrom
          labels={triggerLabels}
          value={trigger.kind}
          onChange={(event) =>
            acts.setGraph({ ...graph, trigger: triggerOf(chosenFrom(triggerKinds, event) ?? trigger.kind) }, "trigger")
          }
        />
      </Field>
      {trigger.kind === "time_since_order" ? (
        <NumberField
          label="After"
          unit="days"
          min={1}
          max={3650}
          value={trigger.days}
          onChange={(days) =>
            acts.setGraph({ ...graph, trigger: { ...trigger, days: Number.isNaN(days) ? 0 : days } }, "trigger days")
          }
        />
      ) : null}
      <OptionalCondition
        legend="Who may enter"
        hint="Everybody whom the trigger brings, unless you say otherwise."
        condition={graph.entry}
        basis={basis}
        onChange={(entry) => acts.setGraph({ ...graph, entry }, "entry")}
      />
      <FieldSet legend="It ends early when">
        {plainExits.map((kind) => {
          const held = exits.some((exit) => exit.kind === kind);
          const others = exits.filter((exit) => exit.kind !== kind);
          return (
            <Checkbox
              key={kind}
              label={exitLabels[kind]}
              checked={held}
              onChange={() => setExits(held ? others : [...others, { kind }])}
            />
          );
        })}
      </FieldSet>
      <OptionalCondition
        legend="Or when this holds"
        hint={null}
        condition={own?.kind === "condition" ? own.when : null}
        basis={basis}
        onChange={setOwn}
      />
    </>
  );
}

function OptionalCondition(props: {
  legend: string;
  hint: string | null;
  condition: Condition | null;
  basis: TestBasis;
  onChange: (condition: Condition | null) => void;
}) {
  const { condition, basis, onChange } = props;
  return (
    <FieldSet legend={props.legend} hint={condition ? null : props.hint}>
      {condition ? <ConditionEditor {...{ condition, basis, onChange }} /> : null}
      <Button
        size="sm"
        variant={condition ? "ghost" : "secondary"}
        className="justify-self-start"
        onClick={() => onChange(condition ? null : { kind: "all", of: [newTest("cart.value", basis)] })}
      >
        {condition ? <Trash2 aria-hidden /> : <Plus aria-hidden />}
        {condition ? "Remove the condition" : "Add a condition"}
      </Button>
    </FieldSet>
  );
}
