export const intents = ["question", "complaint", "stop", "bought_elsewhere", "out_of_office", "bounce"] as const;
/** What somebody who wrote to us wants, as far as it can be told. */
export type Intent = (typeof intents)[number];

export const intentSources = ["rules", "model"] as const;
/** Who told the intent: rules first, the tenant's language model where they could not. */
export type IntentSource = (typeof intentSources)[number];

export const conversationStatuses = ["open", "closed"] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

export const waitsFors = ["us", "them", "nobody"] as const;
/** Whose turn it is in a conversation. */
export type WaitsFor = (typeof waitsFors)[number];

export const mailSources = ["resend", "smtp", "upload"] as const;
/** The door that a mail came in by. */
export type MailSource = (typeof mailSources)[number];

export const mailMarks = [
  "no_date",
  "no_message_id",
  "html_only",
  "cut_text",
  "cut_references",
  "many_parts",
  "malformed",
] as const;
/** What was odd about a mail and how much of it was kept. */
export type MailMark = (typeof mailMarks)[number];

export const fileRefusals = [
  "too_large",
  "too_many",
  "dangerous_type",
  "archive",
  "unknown_type",
  "empty",
  "mailbox_keeps_none",
] as const;
/** Why a file that came along was not kept. */
export type FileRefusal = (typeof fileRefusals)[number];

export const arrivalRefusals = ["too_large", "unreadable", "no_sender", "gone", "erased"] as const;
/** Why a mail that arrived became no part of a conversation; what is unreadable is kept as it came. */
export type ArrivalRefusal = (typeof arrivalRefusals)[number];
