import type { StopReason, WaitReason } from "#domain/decision.ts";
import type { DryRunStatus } from "#domain/dry-run.ts";
import type { ReplayRefusal } from "#domain/sequence/dry-run.ts";
import type { WalkStop } from "#domain/sequence/walk.ts";
import { closeWords, waitLabels } from "../cart/labels.ts";

export const refusalLabels: Record<ReplayRefusal, string> = {
  no_contact: "Nobody to write to: no address, or the person was erased",
  suppressed: "The address must not be written to",
  no_consent: "No consent to write",
  already_enrolled: "The person is written to about another cart already",
  not_admitted: "The sequence takes in no cart like this",
  ordered: "Ordered before it counted as abandoned",
  deleted: "The shop deleted the cart",
  cart_emptied: "The cart was empty",
  merged: "Merged into a newer cart of the same person",
  not_due: "Did not stay quiet for long enough",
};

export const statusLabels: Record<DryRunStatus, string> = {
  running: "Running",
  done: "Done",
  cancelled: "Called off",
  failed: "Broke off",
};

export type WalkEnd = StopReason | WalkStop | "unfinished";

export const endLabels: Record<WalkEnd, string> = {
  ...closeWords,
  unsubscribed: "Unsubscribed",
  exit_condition: "Exit came true",
  broken_graph: "The sequence leads nowhere",
  finished: "Came to the end",
  unfinished: "Still on the way",
};

/** What the shorter of these words mean. */
export const endHints: { [E in WalkEnd]?: string } = {
  superseded: "The person left a newer cart, or a sequence that goes before this one spoke to them instead.",
  expired: "Waiting took so long that writing about this cart made no sense any more.",
  unfinished: "The carts are younger than the sequence is long.",
};

/** Why a message waited, or was left out. */
export const heldLabels: Record<WaitReason | "opened" | "not_sent", string> = {
  ...waitLabels,
  opened: "Not sent again: the first was opened",
  not_sent: "Not sent again: the first was never sent",
};

/** A word of the store that may be older than the labels is shown as it is. */
export function labelOf(labels: Record<string, string>, word: string): string {
  return labels[word] ?? word.replaceAll("_", " ");
}
