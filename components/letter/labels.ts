import type { LetterAct, LetterFlag, LetterState } from "#domain/letter.ts";
import type { Tone } from "../ui/badge.tsx";

export const stateLabels: Record<LetterState, string> = {
  pending_approval: "Waits for a person",
  scheduled: "Scheduled",
  queued: "Queued",
  sending: "Sending",
  sent: "Sent",
  failed: "Failed",
  stopped: "Stopped",
  rejected: "Rejected",
  cancelled: "Cancelled",
};

export const stateTones: Record<LetterState, Tone> = {
  pending_approval: "warn",
  scheduled: "accent",
  queued: "accent",
  sending: "accent",
  sent: "good",
  failed: "bad",
  stopped: "neutral",
  rejected: "neutral",
  cancelled: "neutral",
};

export const flagLabels: Record<LetterFlag, string> = {
  many_recipients: "Goes to many people",
  other_sender: "Comes from an address that is not the brand’s own",
  unknown_offer: "Names a percentage that no incentive stands for",
  attachments: "Has files with it",
  by_writer: "Written by the writer, in answer to a mail",
  needs_person: "Asks for a person: a complaint, or a question that no stored fact answers",
};

export const actLabels: Record<LetterAct, string> = {
  approved: "approved it",
  rejected: "rejected it",
  cancelled: "cancelled it",
  edited: "changed its words",
  rescheduled: "moved its hour",
  tagged: "changed its tags",
  expired: "ended its time for a review",
};

/** Why a letter stands where it does, where it is no person's own words. */
const reasonLabels: Record<string, string> = {
  review_expired: "Nobody looked at it in time, so it was dropped",
  review_overdue: "Nobody looked at it in time: it waits on",
  tenant_paused: "All sending is paused",
  unsubscribed: "The address was unsubscribed meanwhile",
  complained: "The address complained meanwhile",
  bounced: "Mail to the address came back",
  manual: "The address must not be written to",
  withdrawn: "The consent was taken back",
  erased: "The person was erased",
  outcome_unknown: "Whether it left is not known, and it may not be tried again",
  no_answer: "The mailer did not answer",
};

/** A reason in words; a person's own, and one that has no words here, as it stands. */
export const reasonText = (reason: string) => reasonLabels[reason] ?? reason;
