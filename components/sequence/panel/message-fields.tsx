"use client";

import type { IncentiveKind, StepOffer } from "#domain/incentive.ts";
import { oversightModes, templateNames } from "#domain/sequence.ts";
import { channels, type MessageStep, messageSteps } from "#domain/sequence-graph.ts";
import { missingOffer, templateNeeds } from "#domain/template.ts";
import { Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Select, SelectFrom } from "../../ui/select.tsx";
import { channelLabels } from "../graph-labels.ts";
import { offerLabels, oversightLabels, purposeLabels, templateLabels, templateNeedLabels } from "../labels.ts";
import { useBuilder } from "../step-acts.tsx";
import { messageTitle } from "../step-words.ts";
import { chosenFrom } from "./chosen-from.ts";

const builtIn = templateNames.map((id) => ({ id }));

export function MessageFields({ step, rules }: { step: MessageStep; rules: string }) {
  const { acts, shown } = useBuilder();
  const { incentives, templates: saved = [] } = shown.names;
  const change = (part: Partial<MessageStep>) => acts.change({ ...step, ...part }, Object.keys(part).join());
  const template = templateNames.find((name) => name === step.template);
  const need = template && templateNeeds[template];
  const { offer } = step;
  const budget = offer.kind === "incentive" ? incentives.find(({ id }) => id === offer.incentiveId)?.budget : undefined;
  const earlier = messageSteps(shown.graph).filter(({ id }) => id !== step.id);
  const offerOf = (kind: StepOffer["kind"]): StepOffer =>
    kind === "incentive" ? { kind, incentiveId: incentives[0]?.id ?? "" } : { kind };
  return (
    <>
      <Field label="Template" hint={need && templateNeedLabels[need]}>
        <Select value={step.template ?? ""} onChange={(event) => change({ template: event.target.value || null })}>
          <option value="">Choose one</option>
          <KnownOption id={step.template} among={[...builtIn, ...saved]} />
          {saved.length > 0 ? (
            <optgroup label="Your templates">
              {saved.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ) : null}
          <optgroup label="Ready-made">
            {builtIn.map(({ id }) => (
              <option key={id} value={id}>
                {templateLabels[id]}
              </option>
            ))}
          </optgroup>
        </Select>
      </Field>
      <Field label="Purpose" hint="What the writer is told to achieve.">
        <SelectFrom
          labels={purposeLabels}
          value={step.purpose}
          onChange={(event) => change({ purpose: chosenFrom(purposeLabels, event) ?? step.purpose })}
        />
      </Field>
      <Field label="Incentive" hint={step.offer.kind === "rules" ? rules : undefined}>
        <SelectFrom
          labels={offerLabels}
          value={step.offer.kind}
          onChange={(event) => change({ offer: offerOf(chosenFrom(offerLabels, event) ?? "none") })}
        />
      </Field>
      {step.offer.kind === "incentive" ? (
        <Field label="Which one" hint={budget}>
          <Select
            value={step.offer.incentiveId}
            onChange={(event) => change({ offer: { kind: "incentive", incentiveId: event.target.value } })}
          >
            <KnownOption id={step.offer.incentiveId} among={incentives} />
            {incentives.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <OfferHint step={step} />
      <Field label="Channel">
        <Select
          value={step.channel}
          onChange={(event) => change({ channel: chosenFrom(channels, event) ?? step.channel })}
        >
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {channelLabels[channel]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Oversight">
        <Select
          value={step.oversight ?? ""}
          onChange={(event) => change({ oversight: chosenFrom(oversightModes, event) ?? null })}
        >
          <option value="">As in settings</option>
          {oversightModes.map((mode) => (
            <option key={mode} value={mode}>
              {oversightLabels[mode]}
            </option>
          ))}
        </Select>
      </Field>
      {earlier.length > 0 || step.resendOf !== null ? (
        <Field label="Send only to who did not open" hint="The same message again, with another subject.">
          <Select value={step.resendOf ?? ""} onChange={(event) => change({ resendOf: event.target.value || null })}>
            <option value="">Send to everybody</option>
            <KnownOption id={step.resendOf} among={earlier} />
            {earlier.map((message) => (
              <option key={message.id} value={message.id}>
                {messageTitle(message, shown.names)}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </>
  );
}

const offerHints: Record<IncentiveKind, string> = {
  free_shipping: "This template is built around free shipping, and the step does not offer it: its band is left out.",
  percent: "This template is built around a percentage, and the step does not offer one: its figure is left out.",
};

/** A template that shows an offer on a step that makes none is sent as a plain message: worth knowing before. */
function OfferHint({ step: { template, offer } }: { step: MessageStep }) {
  const { incentives } = useBuilder().shown.names;
  const chosen = offer.kind === "incentive" ? incentives.find(({ id }) => id === offer.incentiveId)?.kind : null;
  const missing = missingOffer(template, offer.kind === "rules" ? "rules" : (chosen ?? null));
  return missing ? <Notice tone="warn">{offerHints[missing]}</Notice> : null;
}

/** What is referred to and not there any more is still shown. */
export function KnownOption({ id, among }: { id: string | null; among: readonly { id: string }[] }) {
  if (id === null || among.some((one) => one.id === id)) return null;
  return <option value={id}>No longer there</option>;
}
