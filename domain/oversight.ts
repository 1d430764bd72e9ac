import type { DeadlineAction, HoldReason, Oversight } from "./draft-life.ts";
import { hashToUnit } from "./enrollment.ts";
import type { OversightMode } from "./sequence.ts";

/** Amounts are minor units of their currency; a cart in another currency is measured against no limit. */
export type MoneyLimit = { amount: number; currency: string };

/** Rules that ask for a person in every mode; null or false leaves a rule out. Findings hold all but autonomous ones anyway. */
export type AlwaysReview = {
  firstOfVersion: number;
  incentiveAbovePercent: number | null;
  cartAbove: MoneyLimit[];
  findings: boolean;
  confidenceBelow: number | null;
  vip: boolean;
  newLanguage: boolean;
};

/** From when one approval is not enough; whatever is above it waits for people in every mode. */
export type SecondApprover = { incentiveAbovePercent: number | null; cartAbove: MoneyLimit[] };

/** From when a step goes back to gated by itself. Rates are shares of the step's last reviews and messages, 0 to 1. */
export type DemotionLimits = {
  atLeastReviews: number;
  rejectedShare: number;
  editedShare: number;
  atLeastSent: number;
  complaintShare: number;
};

/** How one draft is overseen: the tenant's mode, what a sequence or step says instead, and the rules. */
export type OversightPolicy = {
  tenantMode: OversightMode;
  sequenceMode: OversightMode | null;
  stepMode: OversightMode | null;
  stepDemoted: boolean;
  alwaysReview: AlwaysReview;
  samplePercent: number;
  secondApprover: SecondApprover;
  deadlineMinutes: number;
  deadlineAction: DeadlineAction;
  demotion: DemotionLimits;
};

/** What is known of one draft when it has been inspected. Reviews count what people decided before: of this sequence version, and of this step in this language. */
export type OversightFacts = {
  findings: number;
  confidence: number | null;
  incentivePercent: number | null;
  cart: { total: number; currency: string };
  vip: boolean;
  versionReviews: number;
  languageReviews: number;
};

/** What a tenant starts with: the mode decides, no rule asks for more, and one autonomous draft in fifty is looked at. */
export const defaultOversight: Omit<OversightPolicy, "tenantMode" | "sequenceMode" | "stepMode" | "stepDemoted"> = {
  alwaysReview: {
    firstOfVersion: 0,
    incentiveAbovePercent: null,
    cartAbove: [],
    findings: false,
    confidenceBelow: null,
    vip: false,
    newLanguage: false,
  },
  samplePercent: 2,
  secondApprover: { incentiveAbovePercent: null, cartAbove: [] },
  deadlineMinutes: 720,
  deadlineAction: "scripted",
  demotion: { atLeastReviews: 10, rejectedShare: 0.1, editedShare: 0.3, atLeastSent: 200, complaintShare: 0.003 },
};

/** The mode of one step: what the step says, else its sequence, else the tenant; a demoted step is gated whatever they say. */
export function modeOf(policy: OversightPolicy): OversightMode {
  if (policy.stepDemoted) return "gated";
  return policy.stepMode ?? policy.sequenceMode ?? policy.tenantMode;
}

/** Whether a draft waits for a person and for how many. `seed` names the draft: the same seed is sampled or not for ever. */
export function oversee(policy: OversightPolicy, facts: OversightFacts, seed: string): Oversight {
  const mode = modeOf(policy);
  const sampled = mode === "autonomous" && hashToUnit(seed) * 100 < policy.samplePercent;
  const second = limitHolds(policy.secondApprover, facts);
  const holds = [
    ...modeHolds(policy, mode),
    ...ruleHolds(policy.alwaysReview, facts, mode),
    ...second,
    ...(sampled ? ["sampled" as const] : []),
  ];
  return { mode, holds: [...new Set(holds)], approvals: second.length > 0 ? 2 : 1, sampled };
}

function modeHolds(policy: OversightPolicy, mode: OversightMode): HoldReason[] {
  if (policy.stepDemoted) return ["demoted"];
  return mode === "gated" ? ["gated"] : [];
}

function ruleHolds(rules: AlwaysReview, facts: OversightFacts, mode: OversightMode): HoldReason[] {
  const { confidence } = facts;
  const asked: [HoldReason, boolean][] = [
    ["finding", facts.findings > 0 && (mode !== "autonomous" || rules.findings)],
    ["first_of_version", facts.versionReviews < rules.firstOfVersion],
    ["low_confidence", rules.confidenceBelow !== null && confidence !== null && confidence < rules.confidenceBelow],
    ["vip", rules.vip && facts.vip],
    ["new_language", rules.newLanguage && facts.languageReviews === 0],
  ];
  return [...asked.flatMap(([reason, holds]) => (holds ? [reason] : [])), ...limitHolds(rules, facts)];
}

function limitHolds(limits: SecondApprover, facts: OversightFacts): HoldReason[] {
  const above: HoldReason[] = [];
  if (isAbovePercent(facts.incentivePercent, limits.incentiveAbovePercent)) above.push("incentive");
  if (isAboveAmount(facts.cart, limits.cartAbove)) above.push("cart_value");
  return above;
}

function isAbovePercent(percent: number | null, limit: number | null): boolean {
  return percent !== null && limit !== null && percent > limit;
}

function isAboveAmount(cart: OversightFacts["cart"], limits: MoneyLimit[]): boolean {
  return limits.some((limit) => limit.currency === cart.currency && cart.total > limit.amount);
}

export const policyFaults = ["send_at_deadline_when_gated", "deadline_not_positive", "share_out_of_range"] as const;
export type PolicyFault = (typeof policyFaults)[number];

/** What is wrong with a tenant's policy as a whole, before it is saved. A clock never approves what a person must. */
export function policyFaultsOf(
  policy: Pick<OversightPolicy, "tenantMode" | "deadlineAction" | "deadlineMinutes" | "samplePercent" | "demotion">,
): PolicyFault[] {
  const { rejectedShare, editedShare, complaintShare } = policy.demotion;
  const shares = [policy.samplePercent / 100, rejectedShare, editedShare, complaintShare];
  const faults: [PolicyFault, boolean][] = [
    ["send_at_deadline_when_gated", policy.tenantMode === "gated" && policy.deadlineAction === "send"],
    ["deadline_not_positive", !(policy.deadlineMinutes > 0)],
    ["share_out_of_range", shares.some((share) => !(share >= 0 && share <= 1))],
  ];
  return faults.flatMap(([fault, is]) => (is ? [fault] : []));
}
