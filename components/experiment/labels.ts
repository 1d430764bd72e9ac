import type { EstimateMethod } from "#domain/experiment/estimates.ts";
import type { ExperimentFaultName } from "#domain/experiment/faults.ts";
import type { GuardrailState } from "#domain/experiment/guardrails.ts";
import type { ExperimentActKind, ExperimentState } from "#domain/experiment/life.ts";
import type { Expectation } from "#domain/experiment/planning.ts";
import type { VerdictKind } from "#domain/experiment/verdict.ts";
import type { ExperimentMetric, GuardrailMetric } from "#domain/experiment.ts";
import type { LiftFault, Scale } from "#domain/statistics/lift.ts";
import type { Tone } from "../ui/badge.tsx";

export const stateLabels: Record<ExperimentState, string> = {
  draft: "Draft",
  running: "Running",
  paused: "Paused",
  stopped: "Stopped",
  concluded: "Concluded",
  promoted: "Promoted",
  retired: "Retired",
};

export const stateTones: Record<ExperimentState, Tone> = {
  ...{ draft: "neutral", running: "good", paused: "warn", stopped: "neutral" },
  ...{ concluded: "neutral", promoted: "accent", retired: "neutral" },
};

export const stateHints: Record<ExperimentState, string> = {
  draft: "Nobody is assigned before it is started.",
  running: "New contacts are assigned; whoever was assigned keeps their arm.",
  paused: "Nobody new is assigned; whoever was assigned keeps their arm.",
  stopped: "It has no say any more. What was counted stays.",
  concluded: "Its analysis is frozen as it stood.",
  promoted: "Everybody who enters now gets the winning arm.",
  retired: "The winner is no longer applied: the sequence goes as it is built.",
};

export const actLabels: Record<ExperimentActKind, string> = {
  created: "Set up",
  changed: "Changed",
  started: "Started",
  paused: "Paused",
  resumed: "Resumed",
  stopped: "Stopped",
  concluded: "Concluded",
  promoted: "Promoted a winner",
  retired: "Retired the winner",
};

/** Why the rule did something by itself. */
export const ruleReasonLabels: Record<"guardrail_broken" | "rule_met" | "ended", string> = {
  guardrail_broken: "A guardrail was broken",
  rule_met: "The rule chosen before the start was met",
  ended: "Its end was reached",
};

export const metricLabels: Record<ExperimentMetric, string> = {
  recovered_orders: "Recovered orders",
  revenue_per_enrolled: "Revenue per contact",
  margin_per_enrolled: "Contribution margin per contact",
  clicks: "Clicks",
};

/** What an arm's own figure is. */
export const meanLabels: Record<ExperimentMetric, string> = {
  recovered_orders: "Contacts assigned who ordered at least once",
  revenue_per_enrolled: "Revenue per contact assigned",
  margin_per_enrolled: "Contribution margin per contact assigned",
  clicks: "Contacts assigned who clicked at least once",
};

export const metricHints: Record<ExperimentMetric, string> = {
  recovered_orders: "The share of assigned contacts who order at least once.",
  revenue_per_enrolled: "What each assigned contact spends, refunds taken off.",
  margin_per_enrolled: "What is left of it after goods, discounts and what the words cost.",
  clicks: "The share of assigned contacts who click at least once. Clicks are not orders.",
};

export const scaleLabels: Record<Scale, string> = { relative: "Relative", absolute: "Absolute" };

export const scaleHints: Record<Scale, string> = {
  relative: "The difference as a share of the baseline.",
  absolute: "The difference itself, in the metric's unit.",
};

export const guardrailLabels: Record<GuardrailMetric, string> = {
  unsubscribe_rate: "Unsubscribe rate",
  complaint_rate: "Complaint rate",
  refund_rate: "Refund rate",
  discount_cost: "Discount cost per contact",
};

export const guardrailStateLabels: Record<GuardrailState, string> = {
  kept: "Kept",
  at_risk: "At risk",
  broken: "Broken",
  unknown: "Nobody yet",
};

export const guardrailTones: Record<GuardrailState, Tone> = {
  kept: "good",
  at_risk: "warn",
  broken: "bad",
  unknown: "neutral",
};

export const verdictTones: Record<VerdictKind, Tone> = {
  ...{ nobody_yet: "neutral", arm_without_traffic: "warn", sample_ratio_off: "bad", guardrail_broken: "bad" },
  ...{ wins: "good", baseline_wins: "good", no_difference: "neutral", not_enough: "neutral", inconclusive: "neutral" },
};

/** Verdicts under which no lift may be read: nothing is known, or what is known cannot be believed. */
export const blockingVerdicts: readonly VerdictKind[] = ["nobody_yet", "arm_without_traffic", "sample_ratio_off"];

export const methodLabels: Record<EstimateMethod, string> = {
  sums: "Plain sums by assigned arm; the shares never moved.",
  inverse_propensity:
    "Inverse-propensity estimates: the shares moved while contacts came, so each counts by how unlikely its arm was.",
};

export const liftFaultLabels: Record<LiftFault, string> = {
  empty_arm: "an arm is empty",
  single_unit: "one contact tells nothing of chance",
  constant_arms: "nothing differs yet",
  control_is_zero: "the baseline is zero",
};

export const unknownLabels: Record<Extract<Expectation, { kind: "unknown" }>["reason"], string> = {
  no_traffic: "Nobody entered this sequence in the last four weeks, so there is nothing to reckon with.",
  no_baseline: "Say first what is held against what: an arm as it is, or a holdout, with a share of its own.",
  effect_beyond_all: "So many do it already that so great an effect cannot be: choose a smaller one.",
  no_outcome: "None of the contacts of the last weeks did what is measured, so its spread is not known.",
  minimum_effect_missing: "Say how large an effect must be to matter.",
};

export const faultLabels: Record<ExperimentFaultName, string> = {
  too_few_arms: "It needs two arms or more.",
  too_many_arms: "It has eight arms at most.",
  arm_without_name: "Give this arm a name.",
  repeated_arm: "Two arms carry the same name.",
  share_not_a_percentage: "A share lies between 0 and 100.",
  shares_not_summing: "The shares must sum to 100%.",
  second_holdout: "There is one holdout at most.",
  holdout_changes_something: "A holdout is sent nothing, so it changes nothing.",
  no_baseline: "Nothing to hold against: leave one arm as it is, or keep a holdout.",
  arm_changes_nothing: "This is what the step says already.",
  arms_alike: "This arm does what another one does.",
  unknown_step: "Choose a step of the sequence.",
  no_wait_to_change: "No wait leads straight to this step.",
  wait_not_positive: "The wait must be longer than nothing.",
  unknown_template: "This template does not exist or is not published.",
  unknown_incentive: "Choose an incentive that is in use.",
  incentive_without_budget: "This incentive has no budget left: set one in Settings → Incentives.",
  channel_not_connected: "This channel is not connected.",
  words_empty: "Something that the message cannot be without is empty.",
  unknown_version: "Choose a version of this sequence.",
  version_not_frozen: "Only a version that was published can be walked.",
  overlaps_running: "Another experiment that runs changes the same thing.",
  minimum_effect_missing: "Say how large an effect must be to matter.",
  alpha_out_of_range: "The error allowed lies above 0 and at 20% at most.",
  power_out_of_range: "The power lies between 50 and 100%.",
  winsorise_out_of_range: "The quantile lies between 0.5 and 1.",
  watch_days_out_of_range: "Orders are watched for 1 to 90 days.",
  margin_percent_missing: "Say what is left of goods at list price.",
  margin_percent_out_of_range: "A margin lies above 0 and at 100% at most.",
  guardrail_repeated: "This guardrail is there twice.",
  guardrail_limit_negative: "A limit is zero or more.",
  floor_out_of_range: "The floor lies above 0 and at 50% at most.",
  thompson_needs_a_share: "Moving shares need recovered orders or clicks as the metric.",
  minimum_days_out_of_range: "The least duration lies between 1 and 365 days.",
  ends_in_the_past: "Its end lies in the past.",
};
