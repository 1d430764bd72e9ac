import type { ProposalOutcome } from "#domain/answer.ts";
import type { FileRefusal, Intent, MailMark, WaitsFor } from "#domain/inbox.ts";
import type { InboxShow } from "#domain/inbox-rows.ts";
import type { Tone } from "../ui/badge.tsx";

export const showLabels: Record<InboxShow, string> = {
  ours: "Waits for us",
  open: "Open",
  closed: "Closed",
  all: "All",
};

export const intentLabels: Record<Intent, string> = {
  question: "Question",
  complaint: "Complaint",
  stop: "Asks to stop",
  bought_elsewhere: "Bought elsewhere",
  out_of_office: "Out of office",
  bounce: "Not delivered",
};

export const intentTones: Record<Intent, Tone> = {
  question: "accent",
  complaint: "bad",
  stop: "warn",
  bought_elsewhere: "neutral",
  out_of_office: "neutral",
  bounce: "neutral",
};

export const waitsForLabels: Record<WaitsFor, string> = {
  us: "Waits for us",
  them: "Waits for them",
  nobody: "Nobody waits",
};

/** Why no answer is proposed; what was proposed stands in the thread itself. */
export const outcomeLabels: Record<Exclude<ProposalOutcome, "proposed">, string> = {
  nothing_to_answer: "No answer is proposed: such a mail asks for none, or it is not clear what it wants",
  automatic: "A machine wrote this mail: it is never answered",
  not_authentic: "No answer is proposed: it is not from whom it says, or was changed on its way",
  mailbox_declines: "No answer is proposed: this mailbox is set so",
  newer_mail: "No answer is proposed to it: a newer mail followed",
  answered: "No answer is proposed: somebody answered already",
  must_not_be_written_to: "No answer is proposed: they must not be written to",
  erased: "No answer is proposed: the person was erased",
};

export const fileRefusalLabels: Record<FileRefusal, string> = {
  too_large: "not kept: too large",
  too_many: "not kept: too many files",
  dangerous_type: "not kept: it could run on a computer",
  archive: "not kept: an archive, whose contents cannot be seen",
  unknown_type: "not kept: of an unknown kind",
  empty: "not kept: empty",
  mailbox_keeps_none: "not kept: this mailbox keeps no files",
};

export const markLabels: Record<MailMark, string> = {
  no_date: "It says no date",
  no_message_id: "It has no id of its own",
  html_only: "Its text was made of its HTML",
  cut_text: "Its text was cut: it was too long",
  cut_references: "Its references were cut",
  many_parts: "Some of its parts were left out: there were too many",
  malformed: "It is not well formed; what could be read is shown",
};

/** Why a letter of a conversation stopped, beside the reasons that any letter may stop for. */
const stopLabels: Record<string, string> = {
  newer_mail: "A newer mail came",
  answered_by_hand: "Somebody answered by hand",
};

export const stopText = (reason: string | null) =>
  reason ? (stopLabels[reason] ?? reason.replaceAll("_", " ")) : null;
