import type { HoldReason } from "./draft-life.ts";
import type { LetterAct, LetterFlag, LetterMakerKind, LetterState } from "./letter.ts";
import type { MessageEventKind } from "./message.ts";
import type { OversightMode } from "./sequence.ts";

/** A letter as lists show it. Instants are ISO 8601; an erased person's address is empty. */
export type LetterRow = {
  id: string;
  status: LetterState;
  reason: string | null;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  tags: string[];
  holds: HoldReason[];
  flags: LetterFlag[];
  mode: OversightMode;
  madeBy: { kind: LetterMakerKind; id: string; name: string | null };
  conversationId: string | null;
  test: boolean;
  wordsHash: string;
  /** Until when it waits for a person; null while it waits for nobody, or on and on. */
  reviewDueAt: string | null;
  sendAt: string | null;
  sentAt: string | null;
  createdAt: string;
};

export type LetterReviewRow = { act: LetterAct; by: string; viaKey: boolean; reason: string | null; at: string };

/** One letter in full, without the content of its files. */
export type LetterDetail = LetterRow & {
  replyTo: string | null;
  html: string;
  text: string;
  headers: Record<string, string>;
  attachments: { name: string; contentType: string; byteCount: number }[];
  reviews: LetterReviewRow[];
  reports: { kind: MessageEventKind; at: string }[];
};
