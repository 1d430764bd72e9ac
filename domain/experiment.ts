import type { Words } from "./draft.ts";
import type { StepOffer } from "./incentive.ts";
import type { Channel } from "./sequence-graph.ts";
import type { Scale } from "./statistics/lift.ts";

/**
 * What an arm says, offers or does otherwise at one step, or the frozen version that it walks instead. `stepId` names a
 * message; for a delay it may name a wait. `language` is that of `subject` and `words`: contacts of other languages get the
 * step's own words. `words` replace the whole message, `subject` only its subject.
 */
export type StepChange = {
  stepId: string;
  subject?: string;
  words?: Words;
  language?: string;
  template?: string;
  offer?: StepOffer;
  delayMinutes?: number;
  channel?: Channel;
};
export type ArmChange = StepChange | { versionId: string };

export const armKinds = ["holdout", "variant"] as const;
export type ArmKind = (typeof armKinds)[number];

/** One arm; `share` is its part in percent. A `holdout` is sent nothing; a variant without a change is the sequence as it is. */
export type Arm = { name: string; kind: ArmKind; share: number; change: ArmChange | null };

export const experimentMetrics = ["recovered_orders", "revenue_per_enrolled", "margin_per_enrolled", "clicks"] as const;
/**
 * What decides, always per contact assigned. `recovered_orders` and `clicks` are the share of contacts with at least one;
 * revenue and margin are minor units of the experiment's currency.
 */
export type ExperimentMetric = (typeof experimentMetrics)[number];

export const guardrailMetrics = ["unsubscribe_rate", "complaint_rate", "refund_rate", "discount_cost"] as const;
export type GuardrailMetric = (typeof guardrailMetrics)[number];
/**
 * What must not get worse. `limit` is how far an arm may lie above (`no_higher`) or below (`no_lower`) the baseline, on the
 * absolute scale: a share of contacts (0.002 are two in a thousand), or minor units per contact for `discount_cost`.
 */
export type Guardrail = { metric: GuardrailMetric; direction: "no_higher" | "no_lower"; limit: number };

/** When a winner becomes the way for everybody; chosen before the start and never changed after it. */
export type PromotionRule = { kind: "never" } | { kind: "when_sure"; minimumDays: number };

/** Shares as they were set, or moved by Thompson sampling; every variant keeps `floor` of what the holdout leaves. */
export type Allocation = { kind: "fixed" } | { kind: "thompson"; floor: number };

/**
 * How an experiment is judged. `minimumEffect` is on `scale`: 0.1 relative is a tenth, absolute it is in the metric's unit.
 * `winsorise` is the quantile to which the largest values are brought down, null for none. Orders count for `watchDays` from
 * the assignment. `marginPercent` is what is left of goods at list price once they are paid for.
 */
export type Plan = {
  metric: ExperimentMetric;
  scale: Scale;
  minimumEffect: number | null;
  alpha: number;
  power: number;
  winsorise: number | null;
  cuped: boolean;
  currency: string;
  watchDays: number;
  marginPercent: number | null;
  promotion: PromotionRule;
  guardrails: Guardrail[];
  allocation: Allocation;
};

/** What is asked when nobody has chosen: as much as a shop of any size can find, and nothing promoted by itself. */
export function defaultPlan(currency: string): Plan {
  return {
    ...{ metric: "recovered_orders", scale: "relative", minimumEffect: 0.2, alpha: 0.05, power: 0.8 },
    ...{ winsorise: 0.99, cuped: true, currency, watchDays: 14, marginPercent: null },
    promotion: { kind: "never" },
    guardrails: [
      { metric: "unsubscribe_rate", direction: "no_higher", limit: 0.01 },
      { metric: "complaint_rate", direction: "no_higher", limit: 0.001 },
      { metric: "refund_rate", direction: "no_higher", limit: 0.02 },
    ],
    allocation: { kind: "fixed" },
  };
}

/** The arm that the others are held against: the sequence as it is where another variant is tried, else the holdout. */
export function baselineOf(arms: Arm[]): Arm | null {
  const variants = arms.filter((arm) => arm.kind === "variant");
  const asItIs = variants.find((arm) => arm.change === null);
  const holdout = arms.find((arm) => arm.kind === "holdout");
  return (variants.length > 1 ? (asItIs ?? holdout) : holdout) ?? null;
}

export function isStepChange(change: ArmChange | null): change is StepChange {
  return change !== null && "stepId" in change;
}
