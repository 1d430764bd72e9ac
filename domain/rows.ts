import type { CartState } from "./cart.ts";
import type { Brief, FallbackReason, Finding, Words, WriterName } from "./draft.ts";
import type { HoldReason } from "./draft-life.ts";
import type { CloseReason } from "./enrollment.ts";
import type { MessageEventKind, MessageStatus } from "./message.ts";
import type { Verdict } from "./review.ts";
import type { OversightMode, StepPurpose, TemplateRef } from "./sequence.ts";

/** What the lists of the app show. Instants are ISO 8601, amounts minor units, positions count from 0. */
export type Page<Row> = { rows: Row[]; next: string | null };

export type CartRow = {
  id: string;
  state: CartState;
  contact: { id: string; name: string | null; address: string } | null;
  shop: string;
  firstLine: string | null;
  imageUrl: string | null;
  lineCount: number;
  total: number;
  currency: string;
  lastActivityAt: string;
  sent: number;
  nextDueAt: string | null;
  heldForReview: boolean;
  closeReason: CloseReason | null;
  holdout: boolean;
  /** The newer cart of the same person that this one went into. */
  mergedInto: string | null;
};

export const draftTabs = ["waiting", "sent", "decided"] as const;
/** Drafts that wait for a person, drafts whose message went out, drafts that somebody decided on. */
export type DraftTab = (typeof draftTabs)[number];

export type DraftRow = {
  id: string;
  cartId: string;
  contact: { name: string | null; address: string };
  subject: string;
  sequence: string;
  position: number;
  purpose: StepPurpose | null;
  cartTotal: number;
  currency: string;
  incentive: string | null;
  writer: WriterName;
  findings: number;
  heldReason: HoldReason | null;
  reviewDueAt: string | null;
  verdict: Verdict | null;
  createdAt: string;
  sentAt: string | null;
};

/** One draft in full: the words, what the writer knew, what the inspection found, who decided. */
export type DraftDetail = DraftRow & {
  words: Words;
  wordsHash: string;
  brief: Brief | null;
  inspection: Finding[];
  language: string;
  template: TemplateRef;
  mode: OversightMode;
  model: string | null;
  fallbackReason: FallbackReason | null;
  authorId: string | null;
  attempt: number;
  review: { verdict: Verdict; by: string | null; byPolicy: boolean; reason: string | null; at: string } | null;
  messageStatus: MessageStatus | null;
  /** Whether the enrollment has ended, so that nothing more is sent for it. */
  closed: boolean;
};

export type SequenceRow = {
  id: string;
  name: string;
  liveVersion: number | null;
  liveSince: string | null;
  pausedAt: string | null;
  newestVersion: number;
  stepCount: number;
  enrolled: number;
  open: number;
  recovered: number;
};

export const mailKinds = [
  ...(["recovery", "letter", "magic_link", "invitation", "test_send", "digest"] as const),
  ...(["sequence_step", "one_time_code", "experiment", "report", "webhook_paused"] as const),
] as const;
export type MailKind = (typeof mailKinds)[number];

export type MailRow = {
  id: string;
  kind: MailKind;
  to: string;
  subject: string;
  status: MessageStatus;
  reason: string | null;
  reports: MessageEventKind[];
  at: string;
};

export type MailDetail = MailRow & {
  from: string | null;
  html: string;
  text: string;
  headers: Record<string, string>;
  cartId: string | null;
};
