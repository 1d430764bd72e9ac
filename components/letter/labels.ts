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
};
