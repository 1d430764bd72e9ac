"use client";

import { Plus, Trash2 } from "lucide-react";
import type { ExperimentStep, NotifyStep, TagStep, WebhookStep } from "#domain/sequence-graph.ts";
import { Button } from "../../ui/button.tsx";
import { Field, FieldSet } from "../../ui/field.tsx";
import { Input, InputGroup, Textarea } from "../../ui/input.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { useBuilder } from "../step-acts.tsx";
import { KnownOption } from "./message-fields.tsx";

export function TagFields({ step }: { step: TagStep }) {
  const { acts } = useBuilder();
  return (
    <>
      <Segmented
        label="Act"
        value={step.act}
        onChange={(act) => acts.change({ ...step, act }, "act")}
        options={[
          { value: "add", label: "Add" },
          { value: "remove", label: "Remove" },
        ]}
      />
      <Field label="Tag" hint="Conditions can ask for it, here and in segments.">
        <Input
          value={step.tag}
          maxLength={60}
          onChange={(event) => acts.change({ ...step, tag: event.target.value }, "tag")}
        />
      </Field>
    </>
  );
}

export function NotifyFields({ step }: { step: NotifyStep }) {
  const { acts, shown } = useBuilder();
  return (
    <>
      <Field label="Whom">
        <Select
          value={step.memberId ?? ""}
          onChange={(event) => acts.change({ ...step, memberId: event.target.value || null }, "memberId")}
        >
          <option value="">Everybody of the team</option>
          <KnownOption id={step.memberId} among={shown.names.members} />
          {shown.names.members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Note" hint="What they should do about it.">
        <Textarea
          value={step.note}
          maxLength={500}
          onChange={(event) => acts.change({ ...step, note: event.target.value }, "note")}
        />
      </Field>
    </>
  );
}

export function WebhookFields({ step }: { step: WebhookStep }) {
  const { acts } = useBuilder();
  return (
    <Field label="Address" hint="It must begin with https. Ids are sent, nothing personal.">
      <Input
        type="url"
        inputMode="url"
        placeholder="https://"
        value={step.url}
        maxLength={500}
        onChange={(event) => acts.change({ ...step, url: event.target.value }, "url")}
      />
    </Field>
  );
}

export function ExperimentFields({ step }: { step: ExperimentStep }) {
  const { acts } = useBuilder();
  const { arms } = step;
  const change = (changed: ExperimentStep["arms"], field: string) => acts.change({ ...step, arms: changed }, field);
  const edit = (place: number, part: Partial<ExperimentStep["arms"][number]>) =>
    change(
      arms.map((arm, at) => (at === place ? { ...arm, ...part } : arm)),
      `arm ${place} ${Object.keys(part).join()}`,
    );
  const sum = arms.reduce((whole, arm) => whole + arm.weight, 0);
  return (
    <FieldSet legend="Arms" hint={`Shares sum to ${sum}%; they must sum to 100. A contact stays in its arm.`}>
      {arms.map((arm, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an arm is its place
        <div key={place} className="grid grid-cols-[1fr_5.5rem_auto] gap-1.5">
          <Input
            aria-label={`Name of arm ${place + 1}`}
            value={arm.name}
            maxLength={60}
            onChange={(event) => edit(place, { name: event.target.value })}
          />
          <InputGroup after="%">
            <Input
              type="number"
              aria-label={`Share of arm ${place + 1}`}
              min={0}
              max={100}
              value={arm.weight}
              onChange={(event) =>
                edit(place, { weight: Math.min(100, Math.max(0, Math.round(event.target.valueAsNumber || 0))) })
              }
            />
          </InputGroup>
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove arm ${place + 1}`}
            disabled={arms.length <= 2}
            onClick={() => change(arms.toSpliced(place, 1), "arms")}
          >
            <Trash2 />
          </Button>
        </div>
      ))}
      <Button
        size="sm"
        className="justify-self-start"
        disabled={arms.length >= 10}
        onClick={() => change([...arms, { name: freeArm(arms), weight: 0, next: null }], "arms")}
      >
        <Plus aria-hidden />
        Add an arm
      </Button>
    </FieldSet>
  );
}

function freeArm(arms: ExperimentStep["arms"]): string {
  const letters = [..."ABCDEFGHIJ"];
  return letters.find((letter) => !arms.some((arm) => arm.name === letter)) ?? `Arm ${arms.length + 1}`;
}
