"use client";

import { Plus, Trash2 } from "lucide-react";
import { negated, newTest, type TestBasis } from "#domain/condition/edit.ts";
import type { Condition } from "#domain/condition.ts";
import type { SavedSegment } from "#domain/segment-view.ts";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { Switch } from "../../ui/switch.tsx";
import { TestRow } from "./test-row.tsx";

type Group = Extract<Condition, { kind: "all" | "any" }>;
type Props = { condition: Condition; basis: TestBasis; onChange: (condition: Condition) => void };

/** A condition as groups of questions: all of them, any of them, or not. Groups may stand in groups, three deep. */
export function ConditionEditor({ condition, basis, onChange }: Props) {
  return <GroupEditor {...{ basis, onChange }} group={asGroup(condition)} depth={0} />;
}

function GroupEditor(props: {
  group: Group;
  depth: number;
  basis: TestBasis;
  onChange: (group: Condition) => void;
  onRemove?: () => void;
}) {
  const { group, depth, basis } = props;
  const setPart = (place: number, part: Condition) => props.onChange({ ...group, of: group.of.with(place, part) });
  const add = (part: Condition) => props.onChange({ ...group, of: [...group.of, part] });
  const remove = (place: number) => props.onChange({ ...group, of: group.of.toSpliced(place, 1) });
  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <Segmented
          label="How the questions belong together"
          value={group.kind}
          onChange={(kind) => props.onChange({ ...group, kind })}
          options={[
            { value: "all", label: "All of these" },
            { value: "any", label: "Any of these" },
          ]}
        />
        {props.onRemove ? (
          <Button variant="ghost" size="icon-sm" aria-label="Remove the group" onClick={props.onRemove}>
            <Trash2 />
          </Button>
        ) : null}
      </div>
      {group.of.map((part, place) => (
        <Part
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
          key={place}
          part={part}
          depth={depth}
          basis={basis}
          onChange={(changed) => setPart(place, changed)}
          onRemove={() => remove(place)}
        />
      ))}
      <div className="flex flex-wrap gap-1.5">
        <Button size="sm" onClick={() => add(newTest("cart.value", basis))}>
          <Plus aria-hidden />
          Add a question
        </Button>
        {depth === 0 && basis.segments && basis.segments.length > 0 ? (
          <TakeSegment segments={basis.segments} onTake={add} />
        ) : null}
        {depth < 2 ? (
          <Button size="sm" variant="ghost" onClick={() => add({ kind: "any", of: [newTest("cart.value", basis)] })}>
            <Plus aria-hidden />
            Add a group
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Copies the condition of a segment in: what becomes of the segment later changes nothing here. */
function TakeSegment(props: { segments: SavedSegment[]; onTake: (condition: Condition) => void }) {
  return (
    <Select
      aria-label="Take over a segment"
      className="h-7 w-auto text-xs"
      value=""
      onChange={(event) => {
        const taken = props.segments.find(({ id }) => id === event.target.value);
        if (taken) props.onTake(taken.condition);
      }}
    >
      <option value="">From a segment…</option>
      {props.segments.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function Part(props: {
  part: Condition;
  depth: number;
  basis: TestBasis;
  onChange: (part: Condition) => void;
  onRemove: () => void;
}) {
  const { part, depth, basis, onChange, onRemove } = props;
  const not = part.kind === "not";
  const inner = not ? part.of : part;
  const change = (changed: Condition) => onChange(not ? { kind: "not", of: changed } : changed);
  return (
    <div className={cn("grid gap-2 rounded-lg border p-2", inner.kind === "test" ? "bg-surface" : "bg-sunken")}>
      {inner.kind === "test" ? (
        <TestRow {...{ basis, onRemove }} test={inner} onChange={change} />
      ) : (
        <GroupEditor {...{ basis, onRemove }} group={asGroup(inner)} depth={depth + 1} onChange={change} />
      )}
      <Switch label="The opposite" checked={not} onCheckedChange={() => onChange(negated(part))} />
    </div>
  );
}

function asGroup(condition: Condition): Group {
  if (condition.kind === "all" || condition.kind === "any") return condition;
  return { kind: "all", of: [condition] };
}
