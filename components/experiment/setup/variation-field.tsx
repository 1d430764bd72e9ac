"use client";

import type { StepChange } from "#domain/experiment.ts";
import type { StepOffer } from "#domain/incentive.ts";
import { templateNames } from "#domain/sequence.ts";
import { channels } from "#domain/sequence-graph.ts";
import { channelLabels } from "../../sequence/graph-labels.ts";
import { offerLabels, templateLabels } from "../../sequence/labels.ts";
import { chosenFrom } from "../../sequence/panel/chosen-from.ts";
import { KnownOption } from "../../sequence/panel/message-fields.tsx";
import { SpanField } from "../../sequence/panel/span-field.tsx";
import { spanText } from "../../sequence/step-words.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Select, SelectFrom } from "../../ui/select.tsx";
import type { SetupChoices, StepChoice, Variation } from "./choices.ts";
import type { PartProps } from "./part-props.ts";
import { LanguageField, WordsFields } from "./words-fields.tsx";

type Props = {
  variation: Variation;
  change: StepChange;
  onChange: (change: StepChange) => void;
  step: StepChoice | undefined;
  choices: SetupChoices;
  error: string | null;
};

/** One thing that an arm does otherwise. */
export function VariationField(props: Props) {
  const { change, onChange, step, error, choices } = props;
  const set = (part: Partial<StepChange>) => onChange({ ...change, ...part });
  switch (props.variation) {
    case "subject":
      return (
        <div className="grid gap-3">
          <Field
            label="Subject"
            error={error}
            hint="The writer's other words stay. {{contact.firstName}} is filled in."
          >
            <Input
              value={change.subject ?? ""}
              maxLength={200}
              onChange={(event) => set({ subject: event.target.value })}
            />
          </Field>
          {change.words === undefined ? <LanguageField {...{ change, set, choices }} /> : null}
        </div>
      );
    case "words":
      return <WordsFields {...{ change, set, choices, error }} />;
    case "template":
      return <TemplateField {...{ change, set, choices, error }} />;
    case "offer":
      return <OfferField {...{ change, set, choices, error }} />;
    case "delayMinutes":
      return (
        <SpanField
          label="Delay"
          minutes={change.delayMinutes ?? 0}
          error={error}
          hint={step?.delayMinutes ? `The step waits ${spanText(step.delayMinutes)} as it is.` : undefined}
          onChange={(delayMinutes) => set({ delayMinutes: Math.round(delayMinutes) })}
        />
      );
    case "channel":
      return (
        <Field label="Channel" error={error}>
          <Select
            value={change.channel ?? "email"}
            onChange={(event) => set({ channel: chosenFrom(channels, event) ?? change.channel })}
          >
            {channels.map((channel) => (
              <option key={channel} value={channel}>
                {channelLabels[channel]}
              </option>
            ))}
          </Select>
        </Field>
      );
  }
}

function TemplateField({ change, set, choices, error }: PartProps) {
  const builtIn = templateNames.map((id) => ({ id, name: templateLabels[id] }));
  const saved = choices.templates;
  return (
    <Field label="Template" error={error}>
      <Select value={change.template ?? ""} onChange={(event) => set({ template: event.target.value })}>
        <KnownOption id={change.template ?? null} among={[...builtIn, ...saved]} />
        {[
          { label: "Your templates", all: saved },
          { label: "Ready-made", all: builtIn },
        ]
          .filter(({ all }) => all.length > 0)
          .map(({ label, all }) => (
            <optgroup key={label} label={label}>
              {all.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
      </Select>
    </Field>
  );
}

function OfferField({ change, set, choices, error }: PartProps) {
  const offer = change.offer ?? { kind: "none" };
  const of = (kind: StepOffer["kind"]): StepOffer =>
    kind === "incentive" ? { kind, incentiveId: choices.incentives[0]?.id ?? "" } : { kind };
  return (
    <div className="grid gap-3">
      <Field label="Incentive" error={offer.kind === "incentive" ? null : error}>
        <SelectFrom
          labels={offerLabels}
          value={offer.kind}
          onChange={(event) => set({ offer: of(chosenFrom(offerLabels, event) ?? "none") })}
        />
      </Field>
      {offer.kind === "incentive" ? (
        <Field label="Which one" error={error}>
          <Select
            value={offer.incentiveId}
            onChange={(event) => set({ offer: { kind: "incentive", incentiveId: event.target.value } })}
          >
            <KnownOption id={offer.incentiveId} among={choices.incentives} />
            {choices.incentives.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  );
}
