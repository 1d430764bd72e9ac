"use client";

import { Trash2 } from "lucide-react";
import { type Arm, type ArmChange, isStepChange } from "#domain/experiment.ts";
import type { TriableSequence } from "#domain/experiment-view.ts";
import { chosenFrom } from "../../sequence/panel/chosen-from.ts";
import { KnownOption } from "../../sequence/panel/message-fields.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { ChangeFields } from "./change-fields.tsx";
import { beginningOf, type SetupChoices, stepChoices, type Variation, variationLabels, variations } from "./choices.ts";
import type { FaultAt } from "./fault-at.ts";
import { ShareField } from "./share-field.tsx";

export type ArmCardProps = {
  arm: Arm;
  place: number;
  isBaseline: boolean;
  sequence: TriableSequence | undefined;
  choices: SetupChoices;
  faultAt: FaultAt;
  onChange: (arm: Arm) => void;
  onShare: (share: number) => void;
  onRemove: (() => void) | null;
};

/** One arm: its name, its part of the contacts, and what it does otherwise. */
export function ArmCard(props: ArmCardProps) {
  const { arm, place, faultAt, onChange } = props;
  const called = arm.name.trim() || `Arm ${place + 1}`;
  return (
    <fieldset className="grid min-w-0 gap-4 rounded-lg border bg-surface p-4">
      <legend className="sr-only">{called}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Name" error={faultAt(`arms.${place}.name`)} className="min-w-40 flex-1">
          <Input value={arm.name} maxLength={60} onChange={(event) => onChange({ ...arm, name: event.target.value })} />
        </Field>
        <span className="flex h-8 items-center gap-2">
          {props.isBaseline ? <Badge tone="accent">Baseline</Badge> : null}
          {arm.kind === "holdout" ? <Badge>Sent nothing</Badge> : null}
          {props.onRemove ? (
            <Button variant="ghost" size="icon" aria-label={`Remove ${called}`} onClick={props.onRemove}>
              <Trash2 />
            </Button>
          ) : null}
        </span>
      </div>
      <ShareField arm={called} share={arm.share} onChange={props.onShare} error={faultAt(`arms.${place}.share`)} />
      {arm.kind === "variant" ? <Varied {...props} /> : null}
      {faultAt(`arms.${place}`) ? (
        <p role="alert" className="text-bad text-xs">
          {faultAt(`arms.${place}`)}
        </p>
      ) : null}
    </fieldset>
  );
}

const kinds = { as_it_is: "Nothing: the sequence as it is", version: "The whole sequence" } as const;

/** What an arm does otherwise: nothing, something at a step, or the whole sequence. */
function Varied({ arm, place, sequence, choices, faultAt, onChange }: ArmCardProps) {
  const { change } = arm;
  const steps = stepChoices(sequence, choices);
  const at = `arms.${place}.change`;
  const set = (next: ArmChange | null) => onChange({ ...arm, change: next });
  const begin = (kind: string) => {
    if (kind === "as_it_is") return set(null);
    if (kind === "version") return set({ versionId: sequence?.versions[0]?.id ?? "" });
    const variation = variations.find((one) => one === kind);
    const step = steps.find(({ id }) => isStepChange(change) && id === change.stepId) ?? steps[0];
    if (variation) set({ stepId: step?.id ?? "", ...beginningOf(variation, { step, language: choices.language }) });
  };
  return (
    <div className="grid gap-4">
      {isStepChange(change) ? (
        <div className="flex items-center justify-between gap-3 border-t pt-3">
          <span className="font-medium text-sm">Differs at a step</span>
          <Button variant="link" onClick={() => set(null)}>
            Leave it as it is
          </Button>
        </div>
      ) : (
        <Field label="What differs" error={change === null ? faultAt(at) : null}>
          <Select
            className="max-w-80"
            value={change ? "version" : "as_it_is"}
            onChange={(event) => begin(chosenFrom({ ...kinds, ...variationLabels }, event) ?? "as_it_is")}
          >
            <option value="as_it_is">{kinds.as_it_is}</option>
            {variations.map((one: Variation) => (
              <option key={one} value={one}>
                {variationLabels[one]}
              </option>
            ))}
            <option value="version">{kinds.version}</option>
          </Select>
        </Field>
      )}
      {isStepChange(change) ? (
        <ChangeFields {...{ change, steps, choices, faultAt, at }} onChange={set} />
      ) : change ? (
        <Field
          label="Version"
          hint="A version that was published before: contacts of this arm walk it from its beginning."
          error={faultAt(`${at}.versionId`)}
        >
          <Select value={change.versionId} onChange={(event) => set({ versionId: event.target.value })}>
            {change.versionId === "" ? <option value="">Choose a version</option> : null}
            <KnownOption id={change.versionId || null} among={sequence?.versions ?? []} />
            {sequence?.versions.map(({ id, number }) => (
              <option key={id} value={id}>
                Version {number}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  );
}
