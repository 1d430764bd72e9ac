import { waitsBefore } from "#domain/experiment/apply-arms.ts";
import type { StepChange } from "#domain/experiment.ts";
import type { TriableSequence } from "#domain/experiment-view.ts";
import type { Language } from "#domain/language.ts";
import { type MessageStep, messageSteps } from "#domain/sequence-graph.ts";
import { wordsOf } from "../../sequence/step-words.ts";

/** What arms may choose from. */
export type SetupChoices = {
  sequences: TriableSequence[];
  templates: { id: string; name: string }[];
  incentives: { id: string; name: string }[];
  /** Experiments that run now and hold a part of a sequence's contacts back. */
  heldBack: { sequenceId: string; experiment: string; percent: number }[];
  language: Language;
  currency: string;
  zone: string;
};

export type StepChoice = { id: string; title: string; step: MessageStep; delayMinutes: number | null };

/** The messages of a sequence, as an arm may name them. */
export function stepChoices(sequence: TriableSequence | undefined, choices: SetupChoices): StepChoice[] {
  if (!sequence) return [];
  const { graph } = sequence;
  const names = { incentives: choices.incentives, members: [], templates: choices.templates };
  return messageSteps(graph).map((step, place) => {
    const { title, detail } = wordsOf(step, graph, names);
    const [waitId] = waitsBefore(graph, step.id);
    const wait = graph.steps.find((one) => one.id === waitId);
    return {
      ...{ id: step.id, step, title: `${place + 1}. ${title} (${detail})` },
      delayMinutes: wait?.kind === "wait" ? wait.minutes : null,
    };
  });
}

/** What of a step an arm can change; `version` is the whole sequence instead. */
export const variations = ["subject", "words", "template", "offer", "delayMinutes", "channel"] as const;
export type Variation = (typeof variations)[number];

export const variationLabels: Record<Variation, string> = {
  subject: "Subject",
  words: "All words",
  template: "Template",
  offer: "Incentive",
  delayMinutes: "Delay",
  channel: "Channel",
};

/** The things that a change says otherwise. */
export function variedBy(change: StepChange): Variation[] {
  return variations.filter((one) => change[one] !== undefined);
}

/** Where a variation starts from: what the step says now, or nothing where that is not known. */
export function beginningOf(
  variation: Variation,
  { step, language }: { step: StepChoice | undefined; language: Language },
): Partial<StepChange> {
  switch (variation) {
    case "subject":
      return { subject: "", language };
    case "words":
      return { words: { subject: "", preheader: "", heading: "", paragraphs: [""], button: "" }, language };
    case "template":
      return { template: step?.step.template ?? "reminder" };
    case "offer":
      return { offer: step?.step.offer ?? { kind: "none" } };
    case "delayMinutes":
      return { delayMinutes: step?.delayMinutes ?? 60 };
    case "channel":
      return { channel: step?.step.channel ?? "email" };
  }
}

/** A change without one of its variations; the language goes with the words that it is of. */
export function without(change: StepChange, variation: Variation): StepChange {
  const left = { ...change };
  delete left[variation];
  if (left.subject === undefined && left.words === undefined) delete left.language;
  return left;
}
