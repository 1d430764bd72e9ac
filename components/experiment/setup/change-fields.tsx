"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { StepChange } from "#domain/experiment.ts";
import { chosenFrom } from "../../sequence/panel/chosen-from.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import {
  beginningOf,
  type SetupChoices,
  type StepChoice,
  type Variation,
  variationLabels,
  variations,
  variedBy,
  without,
} from "./choices.ts";
import type { FaultAt } from "./fault-at.ts";
import { VariationField } from "./variation-field.tsx";

type Props = {
  change: StepChange;
  onChange: (change: StepChange) => void;
  steps: StepChoice[];
  choices: SetupChoices;
  faultAt: FaultAt;
  /** Where this change stands in the setup: `arms.1.change`. */
  at: string;
};

/** What an arm says, offers or does otherwise at one step. */
export function ChangeFields({ change, onChange, steps, choices, faultAt, at }: Props) {
  const step = steps.find(({ id }) => id === change.stepId);
  const varied = variedBy(change);
  const left = variations.filter((one) => !varied.includes(one));
  const add = (variation: Variation) =>
    onChange({ ...change, ...beginningOf(variation, { step, language: choices.language }) });
  return (
    <div className="grid gap-4">
      <Field label="At which step" error={faultAt(`${at}.stepId`)}>
        <Select value={change.stepId} onChange={(event) => onChange({ ...change, stepId: event.target.value })}>
          {step ? null : <option value={change.stepId}>Choose a step</option>}
          {steps.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {varied.map((variation) => (
        <Removable
          key={variation}
          name={variationLabels[variation]}
          onRemove={varied.length > 1 ? () => onChange(without(change, variation)) : null}
        >
          <VariationField {...{ variation, change, onChange, step, choices }} error={faultAt(`${at}.${variation}`)} />
        </Removable>
      ))}
      {faultAt(at) ? (
        <p role="alert" className="text-bad text-xs">
          {faultAt(at)}
        </p>
      ) : null}
      {left.length > 0 ? (
        <Select
          aria-label="Change something else too"
          className="max-w-60"
          value=""
          onChange={(event) => {
            const chosen = chosenFrom(variations, event);
            if (chosen) add(chosen);
          }}
        >
          <option value="">Change something else too</option>
          {left.map((one) => (
            <option key={one} value={one}>
              {variationLabels[one]}
            </option>
          ))}
        </Select>
      ) : null}
    </div>
  );
}

function Removable(props: { name: string; onRemove: (() => void) | null; children: ReactNode }) {
  return (
    <div className="relative">
      {props.children}
      {props.onRemove ? (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Leave out: ${props.name}`}
          onClick={props.onRemove}
          className="absolute -top-1 right-0"
        >
          <X />
        </Button>
      ) : null}
    </div>
  );
}
