import type { carts } from "../schema/carts.ts";
import type { messages } from "../schema/messages.ts";
import type { enrollments } from "../schema/sequences.ts";

/** Rows that some verbs take whole. */
export type Rows = {
  cartRow: typeof carts.$inferSelect;
  messageRow: typeof messages.$inferSelect;
  enrollmentRow: typeof enrollments.$inferSelect;
};

/** What a tenant owns, by the names under which another tenant may try to get at it. */
export type Owned = Rows & {
  tenantId: string;
  shop: string;
  sequence: string;
  /** A sequence without a live version, and its one version, which is a graph. */
  idleSequence: string;
  idleVersion: string;
  version: string;
  experiment: string;
  incentive: string;
  segment: string;
  contact: string;
  address: string;
  identity: string;
  cart: string;
  token: string;
  order: string;
  enrollment: string;
  openEnrollment: string;
  decision: string;
  draft: string;
  heldDraft: string;
  message: string;
  /** A message that a run has claimed and not settled. */
  sending: string;
  provider: string;
  webhook: string;
  /** A request that could not be applied: a dead letter. */
  failed: string;
  compliance: string;
  member: string;
  key: string;
  systemMail: string;
};
