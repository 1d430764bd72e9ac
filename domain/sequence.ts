import type { StepOffer } from "./incentive.ts";

/** What a message is for. Which fit, depends on what set the sequence off (trigger.ts). */
export const stepPurposes = [
  ...(["reminder", "help", "incentive", "last_chance"] as const),
  ...(["browse", "thanks", "tips", "review", "complement", "loyalty", "win_back"] as const),
] as const;
export type StepPurpose = (typeof stepPurposes)[number];

export const templateNames = [
  "reminder",
  "product-hero",
  "cart-table",
  "help",
  "social-proof",
  "free-shipping",
  "percent-off",
  "low-stock",
  "last-chance",
  "personal-note",
  "loyalty",
  "post-purchase",
  "win-back",
] as const;
export type TemplateName = (typeof templateNames)[number];
/** The id of a template that members made. */
export type SavedTemplateId = `tmpl_${string}`;
/** What a message wears: a built-in template by its name, or a saved one by its id. */
export type TemplateRef = TemplateName | SavedTemplateId;

/** One wait and one message. `delayMinutes` counts from abandonment, so that steps keep their distance when one is late. */
export type Step = {
  id: string;
  delayMinutes: number;
  purpose: StepPurpose;
  template: TemplateRef;
  offer: StepOffer;
  oversight: OversightMode | null;
};

export const oversightModes = ["gated", "monitored", "autonomous"] as const;
export type OversightMode = (typeof oversightModes)[number];

export const sequenceFaults = [
  "no_steps",
  "too_many_steps",
  "wait_not_positive",
  "steps_out_of_order",
  "repeated_step_id",
  "unknown_incentive",
  "incentive_without_budget",
] as const;
export type SequenceFault = { fault: (typeof sequenceFaults)[number]; stepId: string | null };

/** When a step of an enrollment is due. */
export function stepDueAt(abandonedAt: Date, step: Step): Date {
  return new Date(abandonedAt.getTime() + step.delayMinutes * 60_000);
}

/** Everything that keeps a sequence from being published, with the step where it is wrong. */
export function sequenceFaultsOf(
  steps: Step[],
  incentives: ReadonlyMap<string, { hasBudget: boolean }>,
): SequenceFault[] {
  const faults: SequenceFault[] = [];
  if (steps.length === 0) faults.push({ fault: "no_steps", stepId: null });
  if (steps.length > 20) faults.push({ fault: "too_many_steps", stepId: null });
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (!(step.delayMinutes > 0)) faults.push({ fault: "wait_not_positive", stepId: step.id });
    if (before && step.delayMinutes <= before.delayMinutes)
      faults.push({ fault: "steps_out_of_order", stepId: step.id });
    if (steps.findIndex((other) => other.id === step.id) < index)
      faults.push({ fault: "repeated_step_id", stepId: step.id });
    if (step.offer.kind !== "incentive") return;
    const incentive = incentives.get(step.offer.incentiveId);
    if (!incentive) faults.push({ fault: "unknown_incentive", stepId: step.id });
    else if (!incentive.hasBudget) faults.push({ fault: "incentive_without_budget", stepId: step.id });
  });
  return faults;
}

/** The classic ladder: reminder after 2 h, free shipping after 24 h, a percentage after 72 h. */
export function classicLadder(incentives: { freeShippingId: string; percentId: string }): Step[] {
  const day = 24;
  return [
    { ...ladderStep("reminder", 2), purpose: "reminder", template: "reminder", offer: { kind: "none" } },
    {
      ...ladderStep("free-shipping", day),
      purpose: "incentive",
      template: "free-shipping",
      offer: { kind: "incentive", incentiveId: incentives.freeShippingId },
    },
    {
      ...ladderStep("percent-off", 3 * day),
      purpose: "last_chance",
      template: "percent-off",
      offer: { kind: "incentive", incentiveId: incentives.percentId },
    },
  ];
}

const ladderStep = (id: string, hours: number) => ({ id, delayMinutes: hours * 60, oversight: null });
