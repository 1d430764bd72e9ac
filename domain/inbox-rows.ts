import type { ProposalOutcome } from "./answer.ts";
import type { CartLine, CartState, CartTotals } from "./cart.ts";
import type { HoldReason } from "./draft-life.ts";
import type { CloseReason } from "./enrollment.ts";
import type { Authenticity, Proof } from "./inbound/authenticity.ts";
import type { ConversationStatus, FileRefusal, Intent, IntentSource, MailMark, WaitsFor } from "./inbox.ts";
import type { LetterFlag, LetterMakerKind, LetterState } from "./letter.ts";

export const inboxShows = ["ours", "open", "closed", "all"] as const;
/** Which conversations a list shows: those that wait for us, all that are open, those that are over, or all. */
export type InboxShow = (typeof inboxShows)[number];

export type InboxFilter = {
  show: InboxShow;
  intent?: Intent;
  mailbox?: string;
  contact?: string;
  search?: string;
};

/** A conversation as lists show it. Instants are ISO 8601; an erased person's address is null. */
export type ConversationRow = {
  id: string;
  subject: string;
  with: { address: string | null; name: string | null; contactId: string | null };
  mailbox: { id: string; address: string; name: string };
  status: ConversationStatus;
  waitsFor: WaitsFor;
  intent: Intent | null;
  cartId: string | null;
  /** The beginning of the newest mail. */
  snippet: string;
  mails: number;
  /** The letter that was proposed as an answer and waits for a person. */
  proposedLetterId: string | null;
  pausesSince: string | null;
  lastAt: string;
};

export type InboxCounts = { ours: number; proposed: number; since: string | null };

export type InboundFileRow = {
  position: number;
  filename: string;
  contentType: string;
  byteCount: number;
  refusedBecause: FileRefusal | null;
};

/** What a thread is made of, oldest first: the recovery message that was answered, mails that came, letters of ours. */
export type ThreadEntry =
  | { kind: "message"; id: string; subject: string; text: string; at: string }
  | {
      kind: "mail";
      id: string;
      from: { address: string | null; name: string | null };
      subject: string;
      text: string;
      quoted: string;
      intent: Intent | null;
      intentBy: IntentSource | null;
      isAutomatic: boolean;
      marks: MailMark[];
      authenticity: Authenticity;
      /** What said so. */
      proofs: Proof[];
      files: InboundFileRow[];
      /** What came of proposing an answer to it; null while nothing has. */
      proposal: ProposalOutcome | null;
      at: string;
    }
  | {
      kind: "letter";
      id: string;
      status: LetterState;
      reason: string | null;
      subject: string;
      /** The words as they were given; null when a person in them was erased. */
      text: string | null;
      madeBy: { kind: LetterMakerKind; id: string; name: string | null };
      holds: HoldReason[];
      flags: LetterFlag[];
      wordsHash: string;
      inReplyTo: string | null;
      at: string;
    };

/** The cart that a conversation is about, as somebody who answers needs it. */
export type ConversationCart = {
  id: string;
  state: CartState;
  lines: CartLine[];
  totals: CartTotals;
  currency: string;
  recoveryUrl: string | null;
  order: { id: string; number: string | null; total: number; currency: string; orderedAt: string } | null;
};

export type ConversationContact = {
  id: string;
  name: string | null;
  address: string | null;
  language: string | null;
  orders: number;
  /** Messages of sequences that they were sent, and the last of them. */
  messages: number;
  lastMessageAt: string | null;
  suppressed: string | null;
};

export type ConversationEnrollment = {
  id: string;
  sequence: string;
  /** Messages of it that have left. */
  sent: number;
  nextDueAt: string | null;
  closeReason: CloseReason | null;
};

/** One conversation in full, without the content of its files. */
export type ConversationDetail = ConversationRow & {
  contact: ConversationContact | null;
  cart: ConversationCart | null;
  enrollment: ConversationEnrollment | null;
  entries: ThreadEntry[];
};

/** One mail that came in, without the content of its files. */
export type InboundMailDetail = {
  id: string;
  conversationId: string;
  mailboxId: string;
  contactId: string | null;
  from: { address: string | null; name: string | null };
  to: string[];
  subject: string;
  text: string;
  quoted: string;
  language: string | null;
  intent: Intent | null;
  intentBy: IntentSource | null;
  isAutomatic: boolean;
  marks: MailMark[];
  authenticity: Authenticity;
  proofs: Proof[];
  messageIdHeader: string;
  files: InboundFileRow[];
  receivedAt: string;
};
