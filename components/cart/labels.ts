import type { OrganicReason } from "#domain/attribution.ts";
import type { CartState } from "#domain/cart.ts";
import type { ClockBlock } from "#domain/cart-clock.ts";
import type { StopReason, WaitReason } from "#domain/decision.ts";
import type { CloseReason } from "#domain/enrollment.ts";
import type { ReviewKind } from "#domain/oversight/life-of.ts";
import type { WebhookOutcome } from "#domain/shop-event.ts";
import type { ZoneSource } from "#domain/timing/shopper-zone.ts";
import type { Tone } from "../ui/badge.tsx";

export const stateLabels: Record<CartState, string> = {
  active: "Active",
  abandoned: "Abandoned",
  recovered: "Recovered",
  ordered: "Ordered",
  merged: "Merged",
  emptied: "Emptied",
  deleted: "Deleted",
};

export const stateTones: Record<CartState, Tone> = {
  active: "accent",
  abandoned: "warn",
  recovered: "good",
  ordered: "neutral",
  merged: "neutral",
  emptied: "neutral",
  deleted: "neutral",
};

export const stopLabels: Record<StopReason, string> = {
  holdout: "Holdout: this contact is sent nothing, so that results can be compared",
  ordered: "The shopper has ordered",
  cart_emptied: "The cart was emptied",
  order_cancelled: "The order was cancelled",
  suppressed: "The address must not be written to",
  no_consent: "No consent to write",
  tenant_paused: "All sending is paused",
  sequence_withdrawn: "The sequence was withdrawn",
  expired: "Too long since what set the sequence off",
  superseded: "Something newer or more important took over",
  finished: "All steps are done",
};

export const closeLabels: Record<CloseReason, string> = {
  ...stopLabels,
  stopped_by_member: "Stopped by a member",
  exit_condition: "An exit of the sequence came true",
};

/** The same reasons in two words, for lists. */
export const closeWords: Record<CloseReason, string> = {
  holdout: "Holdout",
  ordered: "Ordered",
  cart_emptied: "Emptied",
  order_cancelled: "Order cancelled",
  suppressed: "Suppressed",
  no_consent: "No consent",
  tenant_paused: "Paused",
  sequence_withdrawn: "Withdrawn",
  expired: "Expired",
  superseded: "Superseded",
  finished: "All steps done",
  stopped_by_member: "Stopped",
  exit_condition: "Exit came true",
};

export const waitLabels: Record<WaitReason, string> = {
  sequence_paused: "The sequence is paused",
  replied: "They wrote back: sequences wait until the conversation is closed",
  not_due: "Not due yet",
  back_on_site: "The shopper is back in the shop, and may buy without a message",
  frequency_capped: "The contact had as many messages as they may get",
  best_hour: "Waits for the hour in which they are likely to read",
  outside_send_window: "Outside the hours in which messages may leave",
  warming_up: "Today's sending limit is reached",
};

/** How we know by which clock a shopper lives. */
export const zoneSourceLabels: Record<ZoneSource, string> = {
  address: "as their shop says",
  country: "by their country",
  store: "the store's, as nothing is known of theirs",
  tenant: "yours, as nothing is known of theirs",
};

export const decisionReasonLabels: Record<StopReason | WaitReason | "skipped", string> = {
  ...stopLabels,
  ...waitLabels,
  skipped: "Skipped: rejected in review, or nothing to send",
};

export const blockLabels: Record<ClockBlock, string> = {
  ...closeLabels,
  deleted: "The shop deleted the cart",
  no_contact: "No address is known, so there is nobody to write to",
  not_due: "Not quiet for long enough yet",
  already_enrolled: "This cart went through the sequence before",
  not_admitted: "No sequence in use takes in a cart like this",
  sequence_paused: "The sequences that it could enter are paused",
};

export const outcomeLabels: Record<WebhookOutcome, string> = {
  pending: "Waiting to be read",
  applied: "Applied",
  ignored: "Ignored",
  rejected: "Rejected",
  failed: "Failed",
};

export const organicLabels: Record<OrganicReason, string> = {
  no_click: "no click on a message came before it",
  outside_window: "the last click was too long before it",
  cancelled: "it was cancelled",
  no_contact: "it names nobody who may be mailed",
  machine_only: "only machines clicked before it",
};

/** What was done with a draft, by a person or the policy. */
export const actLabels: Record<ReviewKind, string> = {
  passed: "Let go",
  approved: "Approved",
  edited: "Edited",
  rejected: "Rejected",
  deadline_passed: "Nobody reviewed it in time: decided",
  taken_back: "Taken back",
  released: "Released",
  undone: "Verdict undone",
  revalidated: "Held back",
};
