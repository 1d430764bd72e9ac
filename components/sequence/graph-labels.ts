import type { GraphFaultName } from "#domain/sequence/fault-names.ts";
import type {
  Channel,
  Exit,
  GraphStepKind,
  TriggerKind,
  WaitStep,
  WalkEventName,
  Weekday,
} from "#domain/sequence-graph.ts";

export const kindLabels: Record<GraphStepKind, string> = {
  message: "Message",
  wait: "Wait",
  wait_until: "Wait until a time",
  wait_for_event: "Wait for something",
  split: "Split on a condition",
  experiment: "Experiment",
  tag: "Tag",
  notify: "Notify a person",
  webhook: "Call a webhook",
  end: "End here",
};

export const kindHints: Record<GraphStepKind, string> = {
  message: "Write to the shopper",
  wait: "For minutes, hours or days",
  wait_until: "An hour or weekday where the shopper lives",
  wait_for_event: "A click, an order; with a time limit",
  split: "Yes or no",
  experiment: "Parts of the shoppers, by chance",
  tag: "Add or remove a word on the contact",
  notify: "Tell somebody of your team",
  webhook: "Tell another system",
  end: "Nobody goes further",
};

export const triggerLabels: Record<TriggerKind, string> = {
  cart_abandoned: "A cart is abandoned",
  checkout_abandoned: "A checkout is abandoned",
  browse_abandoned: "Somebody looked and left",
  order_placed: "An order is placed",
  order_recovered: "A recovered order is placed",
  time_since_order: "Some time after the last order",
};

export const channelLabels: Record<Channel, string> = {
  email: "Email",
  sms: "SMS",
  push: "Push",
  whatsapp: "WhatsApp",
};

export const eventLabels: Record<WalkEventName, string> = {
  message_opened: "A message is opened",
  message_clicked: "A message is clicked",
  cart_changed: "The cart changes",
  back_on_site: "The shopper is back in the shop",
  order_placed: "An order is placed",
};

export const weekdayLabels: Record<Weekday, string> = {
  mon: "Mon",
  tue: "Tue",
  wed: "Wed",
  thu: "Thu",
  fri: "Fri",
  sat: "Sat",
  sun: "Sun",
};

export const waitFromLabels: Record<WaitStep["from"], string> = {
  here: "from here",
  entry: "from the beginning",
};

export const exitLabels: Record<Exit["kind"], string> = {
  order: "They order",
  unsubscribe: "They unsubscribe",
  cart_emptied: "The cart is emptied",
  condition: "A condition holds",
};

export const graphFaultLabels: Record<GraphFaultName, string> = {
  no_steps: "There is no step yet.",
  no_message: "It sends no message.",
  too_many_steps: "A sequence has 100 steps at most.",
  repeated_step_id: "Two steps carry the same name.",
  dangling_next: "It leads to a step that is not there.",
  unreachable_step: "Nothing leads to this step.",
  cycle: "It leads back up: nobody would ever leave.",
  steps_out_of_order: "This wait is over before an earlier one, both counted from the beginning.",
  wait_of_zero: "The wait must be longer than nothing.",
  wait_too_long: "The wait is longer than a year.",
  trigger_without_days: "Say after how many days.",
  message_without_template: "Choose a template.",
  unknown_template: "This template does not exist any more.",
  channel_not_connected: "This channel is not connected.",
  unknown_incentive: "Choose an incentive that is in use.",
  incentive_without_budget: "This incentive has no budget left: set one in Settings → Incentives.",
  resend_of_no_message: "Choose which message is sent again.",
  event_of_no_message: "Choose a message that is in this sequence.",
  condition_of_no_message: "A condition asks after a message that is not in this sequence.",
  split_without_condition: "Say what decides.",
  split_without_branches: "Neither way leads anywhere.",
  empty_condition: "The condition asks nothing.",
  experiment_without_arms: "An experiment needs two arms or more.",
  repeated_arm: "Two arms carry the same name.",
  weights_not_summing: "The shares must sum to 100%.",
  tag_without_name: "Say which tag.",
  unknown_member: "Choose somebody who is a member.",
  webhook_without_address: "Give an https address.",
  webhook_without_secret: "Set up the webhook under Settings, Notices first: its secret signs this call.",
  purpose_of_another_trigger: "What this message is for does not fit what the sequence begins with.",
  template_of_another_trigger: "This template speaks of something else than what the sequence begins with.",
  order_ends_the_sequence: "An order ends the sequence, so nothing would come after it.",
};
