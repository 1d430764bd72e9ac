import { type Arm, isStepChange, type StepChange } from "../experiment.ts";
import { languageOf } from "../language.ts";
import type { Step } from "../sequence.ts";
import { type GraphStep, leadsTo, type SequenceGraph, type WaitStep } from "../sequence-graph.ts";
import { templateRefOf } from "../template-ref.ts";

/** An arm as an enrollment goes its way under it. */
export type ChosenArm = { experimentId: string; arm: Arm };

/** The changes that apply to an enrollment, in the order of its experiments: a later one has the last word on a field. */
export function changesOf(chosen: ChosenArm[]): StepChange[] {
  return chosen.flatMap(({ arm }) => (isStepChange(arm.change) ? [arm.change] : []));
}

/** The version that an arm walks instead of the live one; null where none does. */
export function versionOf(chosen: ChosenArm[]): string | null {
  for (const { arm } of chosen) if (arm.change && "versionId" in arm.change) return arm.change.versionId;
  return null;
}

/** The messages as the arms want them: delay, template and offer. A step that is not there is left out of account. */
export function stepsFor(steps: Step[], changes: StepChange[]): Step[] {
  return changes.reduce(
    (all, change) => all.map((step) => (step.id === change.stepId ? stepWith(step, change) : step)),
    steps,
  );
}

function stepWith(step: Step, { delayMinutes, template: wanted, offer }: StepChange): Step {
  const template = (wanted === undefined ? null : templateRefOf(wanted)) ?? step.template;
  return { ...step, template, delayMinutes: delayMinutes ?? step.delayMinutes, offer: offer ?? step.offer };
}

/** The graph as the arms want it: waits before the message that is named, its channel, template and offer. */
export function graphFor(graph: SequenceGraph, changes: StepChange[]): SequenceGraph {
  let { steps } = graph;
  for (const change of changes) {
    const waits = change.delayMinutes === undefined ? [] : waitsBefore(graph, change.stepId);
    steps = steps.map((step) => changed(step, change, waits));
  }
  return { ...graph, steps };
}

function changed(step: GraphStep, change: StepChange, waits: string[]): GraphStep {
  const { delayMinutes, template, offer, channel } = change;
  if (step.kind === "wait" && waits.includes(step.id) && delayMinutes !== undefined)
    return { ...step, minutes: delayMinutes };
  if (step.kind !== "message" || step.id !== change.stepId) return step;
  return {
    ...step,
    ...(template === undefined ? {} : { template }),
    ...(offer === undefined ? {} : { offer }),
    ...(channel === undefined ? {} : { channel }),
  };
}

/** The waits that a delay at a step is about: itself where it is one, else those that lead straight to it. */
export function waitsBefore(graph: SequenceGraph, stepId: string): string[] {
  const waits = graph.steps.filter((step): step is WaitStep => step.kind === "wait");
  return waits.filter((wait) => wait.id === stepId || leadsTo(wait).includes(stepId)).map((wait) => wait.id);
}

/** What an arm may change of a step, as it stands. */
export function stepOf(
  stepId: string,
  { steps, graph }: { steps: Step[]; graph: SequenceGraph | null },
): { template: string | null; offer: unknown; channel: string; delayMinutes: number | null } | null {
  if (graph) return nodeOf(graph, stepId);
  const step = steps.find((one) => one.id === stepId);
  return step
    ? { template: step.template, offer: step.offer, channel: "email", delayMinutes: step.delayMinutes }
    : null;
}

function nodeOf(graph: SequenceGraph, stepId: string): ReturnType<typeof stepOf> {
  const node = graph.steps.find((one) => one.id === stepId);
  if (node?.kind === "wait") return { template: null, offer: null, channel: "", delayMinutes: node.minutes };
  if (node?.kind !== "message") return null;
  const [wait] = waitsBefore(graph, stepId);
  const before = graph.steps.find((one) => one.id === wait);
  const delayMinutes = before?.kind === "wait" ? before.minutes : null;
  return { template: node.template, offer: node.offer, channel: node.channel, delayMinutes };
}

/** Words that an arm says instead of those that would be written: all of them, or the subject alone. */
export type WordsOverride = { subject?: string; words?: StepChange["words"] };

/** What a message is to say instead of what would be written, in this language; null where nothing is. */
export function wordsOverride(
  chosen: ChosenArm[],
  { stepId, language, home }: { stepId: string; language: string; home: string },
): WordsOverride | null {
  const changes = changesOf(chosen).filter(
    (change) => change.stepId === stepId && languageOf(change.language ?? home) === language,
  );
  const words = changes.findLast((change) => change.words !== undefined)?.words;
  const subject = changes.findLast((change) => change.subject !== undefined)?.subject;
  return words === undefined && subject === undefined ? null : { subject, words };
}

/** The part of a draft's pattern by which arms are told apart: the experiments that change what its step says. */
export function armPattern(chosen: ChosenArm[], stepId: string): string | null {
  const names = chosen
    .filter(({ arm }) => isStepChange(arm.change) && arm.change.stepId === stepId && saysOtherwise(arm.change))
    .map(({ experimentId, arm }) => `${experimentId}:${arm.name}`);
  return names.length > 0 ? names.join("+") : null;
}

const saysOtherwise = ({ subject, words, template }: StepChange) =>
  subject !== undefined || words !== undefined || template !== undefined;

/** The steps at which any arm of an experiment differs: who comes to the first of them is exposed, whatever their arm. */
export function stepsChangedBy(arms: Arm[]): ReadonlySet<string> {
  return new Set(arms.flatMap(({ change }) => (isStepChange(change) ? [change.stepId] : [])));
}

/**
 * Whether somebody who comes to a message meets what the experiment is about: one of the steps that its arms change, the
 * message behind a wait that they change, or any message where whole versions or sending at all are what is tried.
 */
export function isExposedAt(arms: Arm[], stepId: string, graph: SequenceGraph | null): boolean {
  const steps = stepsChangedBy(arms);
  if (steps.size === 0 || arms.some(({ change }) => change && "versionId" in change)) return true;
  if (steps.has(stepId)) return true;
  return graph !== null && waitsBefore(graph, stepId).some((wait) => steps.has(wait));
}
