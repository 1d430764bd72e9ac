"use client";

import { Trash2 } from "lucide-react";
import type { StepOffer } from "#domain/incentive.ts";
import { oversightModes, type Step, stepPurposes } from "#domain/sequence.ts";
import { cartTemplates, templateNeeds } from "#domain/template.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Panel } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { formatMinutes } from "../ui/time.tsx";
import { DelayField } from "./delay-field.tsx";
import { offerLabels, oversightLabels, purposeLabels, templateLabels, templateNeedLabels } from "./labels.ts";

export type IncentiveChoice = { id: string; name: string };
type Outcome = { sent: number; clicked: number; recovered: number };
type Props = {
  step: Step;
  position: number;
  faults: string[];
  outcome: Outcome;
  incentives: IncentiveChoice[];
  rules: string;
  readOnly: boolean;
  onChange: (step: Step) => void;
  onRemove: () => void;
};

/** One wait and one message, with what became of it so far. */
export function StepCard(props: Props) {
  const { step, position, faults, readOnly, onChange } = props;
  const title = `Step ${position + 1}`;
  const need = templateNeeds[step.template];
  const templates = cartTemplates.includes(step.template) ? cartTemplates : [...cartTemplates, step.template];
  return (
    <Panel aria-label={title} className={faults.length > 0 ? "border-bad" : undefined}>
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b px-4 py-2.5">
        <h3 className="font-semibold text-base">
          {title} <span className="font-normal text-ink-faint text-sm">after {formatMinutes(step.delayMinutes)}</span>
        </h3>
        <div className="flex items-center gap-3">
          <Counts outcome={props.outcome} />
          {readOnly ? null : (
            <Button variant="ghost" size="icon-sm" aria-label={`Remove step ${position + 1}`} onClick={props.onRemove}>
              <Trash2 />
            </Button>
          )}
        </div>
      </header>
      <div className="grid gap-x-4 gap-y-3.5 p-4 sm:grid-cols-2 xl:grid-cols-3">
        <Field label="Wait after abandonment" error={faults[0] ?? null}>
          <DelayField
            label={`${title}: wait`}
            minutes={step.delayMinutes}
            disabled={readOnly}
            onChange={(delayMinutes) => onChange({ ...step, delayMinutes })}
          />
        </Field>
        <Field label="Purpose">
          <Chosen
            labels={purposeLabels}
            values={stepPurposes}
            value={step.purpose}
            disabled={readOnly}
            onChange={(purpose) => onChange({ ...step, purpose })}
          />
        </Field>
        <Field label="Template" hint={need && templateNeedLabels[need]}>
          <Chosen
            labels={templateLabels}
            values={templates}
            value={step.template}
            disabled={readOnly}
            onChange={(template) => onChange({ ...step, template })}
          />
        </Field>
        <OfferFields {...props} />
        <Field label="Oversight">
          <Select
            disabled={readOnly}
            value={step.oversight ?? ""}
            onChange={(event) =>
              onChange({ ...step, oversight: oversightModes.find((mode) => mode === event.target.value) ?? null })
            }
          >
            <option value="">As in settings</option>
            {oversightModes.map((mode) => (
              <option key={mode} value={mode}>
                {oversightLabels[mode]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </Panel>
  );
}

function Chosen<Value extends string>(props: {
  labels: Record<Value, string>;
  values: readonly Value[];
  value: Value;
  disabled: boolean;
  onChange: (value: Value) => void;
}) {
  return (
    <Select
      disabled={props.disabled}
      value={props.value}
      onChange={(event) => {
        const chosen = props.values.find((value) => value === event.target.value);
        if (chosen) props.onChange(chosen);
      }}
    >
      {props.values.map((value) => (
        <option key={value} value={value}>
          {props.labels[value]}
        </option>
      ))}
    </Select>
  );
}

function OfferFields({ step, incentives, rules, readOnly, onChange }: Props) {
  const { offer } = step;
  const kinds: readonly StepOffer["kind"][] = ["none", "incentive", "rules"];
  const offerOf = (kind: StepOffer["kind"]): StepOffer =>
    kind === "incentive" ? { kind, incentiveId: incentives[0]?.id ?? "" } : { kind };
  return (
    <>
      <Field label="Incentive" hint={offer.kind === "rules" ? rules : undefined}>
        <Chosen
          labels={offerLabels}
          values={kinds}
          value={offer.kind}
          disabled={readOnly}
          onChange={(kind) => onChange({ ...step, offer: offerOf(kind) })}
        />
      </Field>
      {offer.kind === "incentive" ? (
        <Field label="Which one">
          <Select
            disabled={readOnly}
            value={offer.incentiveId}
            onChange={(event) => onChange({ ...step, offer: { kind: "incentive", incentiveId: event.target.value } })}
          >
            {incentives.some(({ id }) => id === offer.incentiveId) ? null : (
              <option value={offer.incentiveId}>No longer in use</option>
            )}
            {incentives.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </>
  );
}

function Counts({ outcome }: { outcome: Outcome }) {
  const counts: [string, number][] = [
    ["sent", outcome.sent],
    ["clicked", outcome.clicked],
    ["recovered", outcome.recovered],
  ];
  return (
    <dl className="tabular flex gap-3 text-xs">
      {counts.map(([name, count]) => (
        <div key={name} className="flex gap-1">
          <dd className="font-medium text-ink">{count}</dd>
          <dt className="text-ink-faint">{name}</dt>
        </div>
      ))}
    </dl>
  );
}
