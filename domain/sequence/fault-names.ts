import type { Channel } from "../sequence-graph.ts";

/** Everything that can be wrong with a graph whose shape is right. */
export const graphFaults = [
  "no_steps",
  "no_message",
  "too_many_steps",
  "repeated_step_id",
  "dangling_next",
  "unreachable_step",
  "cycle",
  "steps_out_of_order",
  "wait_of_zero",
  "wait_too_long",
  "trigger_without_days",
  "message_without_template",
  "unknown_template",
  "channel_not_connected",
  "unknown_incentive",
  "incentive_without_budget",
  "resend_of_no_message",
  "event_of_no_message",
  "condition_of_no_message",
  "split_without_condition",
  "split_without_branches",
  "empty_condition",
  "experiment_without_arms",
  "repeated_arm",
  "weights_not_summing",
  "tag_without_name",
  "unknown_member",
  "webhook_without_address",
  "webhook_without_secret",
  "purpose_of_another_trigger",
  "template_of_another_trigger",
  "order_ends_the_sequence",
] as const;
export type GraphFaultName = (typeof graphFaults)[number];

/** What is wrong and where: a step and its field, or with no step a field of the sequence ("start", "entry", "exits.2"). */
export type GraphFault = { fault: GraphFaultName; stepId: string | null; field: string | null };

/** What a sequence may refer to, as the tenant has it now. `hasBudget` is false when an incentive's budget is spent. */
export type Catalogue = {
  templates: ReadonlySet<string>;
  channels: ReadonlySet<Channel>;
  incentives: ReadonlyMap<string, { hasBudget: boolean }>;
  members: ReadonlySet<string>;
};
