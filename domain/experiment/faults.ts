import { type Arm, type ArmChange, baselineOf, isStepChange, type Plan, type StepChange } from "../experiment.ts";
import type { Catalogue } from "../sequence/fault-names.ts";
import type { Step } from "../sequence.ts";
import type { SequenceGraph } from "../sequence-graph.ts";
import { stepOf, waitsBefore } from "./apply-arms.ts";

export const experimentFaults = [
  "too_few_arms",
  "too_many_arms",
  "arm_without_name",
  "repeated_arm",
  "share_not_a_percentage",
  "shares_not_summing",
  "second_holdout",
  "holdout_changes_something",
  "no_baseline",
  "arm_changes_nothing",
  "arms_alike",
  "unknown_step",
  "no_wait_to_change",
  "wait_not_positive",
  "unknown_template",
  "unknown_incentive",
  "incentive_without_budget",
  "channel_not_connected",
  "words_empty",
  "unknown_version",
  "version_not_frozen",
  "overlaps_running",
  "minimum_effect_missing",
  "alpha_out_of_range",
  "power_out_of_range",
  "winsorise_out_of_range",
  "watch_days_out_of_range",
  "margin_percent_missing",
  "margin_percent_out_of_range",
  "guardrail_repeated",
  "guardrail_limit_negative",
  "floor_out_of_range",
  "thompson_needs_a_share",
  "minimum_days_out_of_range",
  "ends_in_the_past",
] as const;
export type ExperimentFaultName = (typeof experimentFaults)[number];

/** What is wrong and where: `field` is a path such as `arms.1.change.template` or `plan.minimumEffect`. */
export type ExperimentFault = { fault: ExperimentFaultName; field: string };

/** What arms may refer to: the sequence's live version as it stands, and its other versions. */
export type ExperimentWorld = {
  steps: Step[];
  graph: SequenceGraph | null;
  catalogue: Catalogue;
  versions: ReadonlyMap<string, { frozen: boolean }>;
  /** The arms of the other experiments that run on the sequence. */
  beside: Arm[][];
};

type Setup = { arms: Arm[]; plan: Plan; endsAt: Date | null };

const mostArms = 8;

/** Everything that keeps an experiment from being started, each with its place. */
export function experimentFaultsOf(
  { arms, plan, endsAt }: Setup,
  world: ExperimentWorld,
  now: Date,
): ExperimentFault[] {
  const faults = [
    ...armsFaults(arms),
    ...arms.flatMap((arm, place) => armFaults(arm, place, world)),
    ...planFaults(plan),
  ];
  const touched = touchedBy(arms);
  if (world.beside.some((others) => overlaps(touched, touchedBy(others))))
    faults.push({ fault: "overlaps_running", field: "arms" });
  if (endsAt && endsAt <= now) faults.push({ fault: "ends_in_the_past", field: "endsAt" });
  return faults;
}

function armsFaults(arms: Arm[]): ExperimentFault[] {
  const faults: ExperimentFault[] = [];
  const add = (fault: ExperimentFaultName, field: string) => faults.push({ fault, field });
  if (arms.length < 2) add("too_few_arms", "arms");
  if (arms.length > mostArms) add("too_many_arms", "arms");
  faults.push(...shareFaults(arms));
  arms.forEach((arm, place) => {
    const before = arms.slice(0, place);
    if (arm.name.trim() === "") add("arm_without_name", `arms.${place}.name`);
    if (before.some((other) => other.name === arm.name)) add("repeated_arm", `arms.${place}.name`);
    if (arm.kind === "holdout" && before.some((other) => other.kind === "holdout")) {
      add("second_holdout", `arms.${place}`);
    } else if (before.some((other) => alike(other, arm))) add("arms_alike", `arms.${place}`);
  });
  if (arms.length > 1 && !baselineOf(arms)) add("no_baseline", "arms");
  return faults;
}

/** What is wrong with the shares alone, as they may also be changed while the experiment runs. */
export function shareFaults(arms: Pick<Arm, "share">[]): ExperimentFault[] {
  const faults: ExperimentFault[] = arms.flatMap(({ share }, place) =>
    share >= 0 && share <= 100 ? [] : [{ fault: "share_not_a_percentage", field: `arms.${place}.share` }],
  );
  const whole = arms.reduce((sum, arm) => sum + arm.share, 0);
  if (Math.abs(whole - 100) > 1e-6) faults.push({ fault: "shares_not_summing", field: "arms" });
  return faults;
}

/** The places that an experiment's arms change: a step's field each, or `version` for all of them. */
function touchedBy(arms: Arm[]): Set<string> {
  const places = arms.flatMap(({ change }) => {
    if (!change) return [];
    if (!isStepChange(change)) return ["version"];
    const { stepId, language: _, ...fields } = change;
    return Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [`${stepId} ${field}`]));
  });
  return new Set(places);
}

/** Whether two experiments would overwrite each other: a whole version leaves no step to another. */
function overlaps(one: Set<string>, other: Set<string>): boolean {
  if (one.has("version") || other.has("version")) return one.size > 0 && other.size > 0;
  return [...one].some((place) => other.has(place));
}

/** Two arms that nobody could tell apart by what they do. */
function alike(one: Arm, other: Arm): boolean {
  return one.kind === other.kind && spelled(one.change) === spelled(other.change);
}

function spelled(change: ArmChange | null): string {
  if (!change) return "nothing";
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  return JSON.stringify(said.sort(([a], [b]) => a.localeCompare(b)));
}

function armFaults(arm: Arm, place: number, world: ExperimentWorld): ExperimentFault[] {
  const { change } = arm;
  const field = `arms.${place}.change`;
  if (!change) return [];
  if (arm.kind === "holdout") return [{ fault: "holdout_changes_something", field }];
  if (isStepChange(change)) return stepFaults(change, field, world);
  const version = world.versions.get(change.versionId);
  if (!version) return [{ fault: "unknown_version", field: `${field}.versionId` }];
  return version.frozen ? [] : [{ fault: "version_not_frozen", field: `${field}.versionId` }];
}

function stepFaults(change: StepChange, field: string, world: ExperimentWorld): ExperimentFault[] {
  const step = stepOf(change.stepId, world);
  if (!step) return [{ fault: "unknown_step", field: `${field}.stepId` }];
  const faults: ExperimentFault[] = [];
  const add = (fault: ExperimentFaultName, name: string) => faults.push({ fault, field: `${field}.${name}` });
  if (changesNothing(change, step)) faults.push({ fault: "arm_changes_nothing", field });
  const { template, offer, channel, words, subject, delayMinutes } = change;
  if (template !== undefined && !world.catalogue.templates.has(template)) add("unknown_template", "template");
  if (offer?.kind === "incentive") {
    const incentive = world.catalogue.incentives.get(offer.incentiveId);
    if (!incentive) add("unknown_incentive", "offer");
    else if (!incentive.hasBudget) add("incentive_without_budget", "offer");
  }
  if (channel !== undefined && !world.catalogue.channels.has(channel)) add("channel_not_connected", "channel");
  if (subject !== undefined && subject.trim() === "") add("words_empty", "subject");
  if (words && saidIn(words).some((text) => text.trim() === "")) add("words_empty", "words");
  if (delayMinutes !== undefined && !(delayMinutes > 0)) add("wait_not_positive", "delayMinutes");
  if (delayMinutes !== undefined && world.graph && waitsBefore(world.graph, change.stepId).length === 0)
    add("no_wait_to_change", "delayMinutes");
  return faults;
}

/** What a message cannot be without: each of it is inspected, and an empty one turned away. */
function saidIn({ subject, preheader, heading, paragraphs, button }: NonNullable<StepChange["words"]>): string[] {
  return [subject, preheader, heading, paragraphs.join(""), button];
}

/** Whether the step says all of it already. */
function changesNothing(change: StepChange, step: NonNullable<ReturnType<typeof stepOf>>): boolean {
  const { template, offer, channel, words, subject, delayMinutes } = change;
  const same = (wanted: unknown, held: unknown) =>
    wanted === undefined || JSON.stringify(wanted) === JSON.stringify(held);
  return (
    subject === undefined &&
    words === undefined &&
    same(template, step.template) &&
    same(offer, step.offer) &&
    same(channel, step.channel) &&
    same(delayMinutes, step.delayMinutes)
  );
}

function planFaults(plan: Plan): ExperimentFault[] {
  const faults: ExperimentFault[] = [];
  const add = (fault: ExperimentFaultName, field: string) => faults.push({ fault, field: `plan.${field}` });
  const { alpha, power, winsorise, watchDays, marginPercent, allocation, promotion } = plan;
  if (!(plan.minimumEffect !== null && plan.minimumEffect > 0)) add("minimum_effect_missing", "minimumEffect");
  if (!(alpha > 0 && alpha <= 0.2)) add("alpha_out_of_range", "alpha");
  if (!(power >= 0.5 && power < 1)) add("power_out_of_range", "power");
  if (winsorise !== null && !(winsorise > 0.5 && winsorise < 1)) add("winsorise_out_of_range", "winsorise");
  if (!(watchDays >= 1 && watchDays <= 90)) add("watch_days_out_of_range", "watchDays");
  if (plan.metric === "margin_per_enrolled" && marginPercent === null) add("margin_percent_missing", "marginPercent");
  if (marginPercent !== null && !(marginPercent > 0 && marginPercent <= 100))
    add("margin_percent_out_of_range", "marginPercent");
  if (allocation.kind === "thompson" && !(allocation.floor > 0 && allocation.floor <= 0.5))
    add("floor_out_of_range", "allocation.floor");
  if (allocation.kind === "thompson" && plan.metric !== "recovered_orders" && plan.metric !== "clicks")
    add("thompson_needs_a_share", "allocation");
  if (promotion.kind === "when_sure" && !(promotion.minimumDays >= 1 && promotion.minimumDays <= 365))
    add("minimum_days_out_of_range", "promotion.minimumDays");
  plan.guardrails.forEach((guardrail, place) => {
    if (!(guardrail.limit >= 0)) add("guardrail_limit_negative", `guardrails.${place}.limit`);
    if (plan.guardrails.findIndex((one) => one.metric === guardrail.metric) < place)
      add("guardrail_repeated", `guardrails.${place}`);
  });
  return faults;
}
