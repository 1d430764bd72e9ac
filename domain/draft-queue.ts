import type { Finding, FindingCode, Words } from "./draft.ts";
import type { HoldReason, LifeKind } from "./draft-life.ts";
import type { Fact } from "./facts.ts";
import type { LinkedClaim } from "./inspect.ts";
import type { Change } from "./revalidation.ts";
import type { Verdict } from "./review.ts";
import type { DraftDetail, DraftRow, Page } from "./rows.ts";

export const queueTabs = ["waiting", "held", "sent", "decided"] as const;
/** Drafts that wait for a person, drafts kept from leaving, drafts whose message went out, drafts somebody decided on. */
export type QueueTab = (typeof queueTabs)[number];

export const queuePlaces = ["waiting", "held"] as const;
/** Where in the queue a draft stands that is neither sent nor decided; kept on its row, so that the queue has an index. */
export type QueuePlace = (typeof queuePlaces)[number];

/** The place of a draft by where it stands in its life. Edited words wait as well: for somebody other than their author. */
export function placeOf(kind: LifeKind): QueuePlace | null {
  if (kind === "waiting" || kind === "edited") return "waiting";
  return kind === "held" ? "held" : null;
}

/** What a list of the queue is narrowed to. `assignee` is a member's id, "me", or "none" for what nobody has taken. */
export type QueueFilter = {
  tab: QueueTab;
  search?: string;
  sequenceId?: string;
  stepId?: string;
  pattern?: string;
  finding?: FindingCode;
  hold?: HoldReason;
  language?: string;
  assignee?: string;
};

export type Person = { id: string; name: string };
export type Approval = Person & { at: string };

export type QueueRow = DraftRow & {
  pattern: string;
  sequenceId: string;
  stepId: string | null;
  language: string;
  findingCodes: FindingCode[];
  holds: HoldReason[];
  approvals: { needed: 1 | 2; given: Approval[] };
  assignee: Person | null;
  comments: number;
  wordsHash: string;
};

export type WaitingCount = { count: number; nextDueAt: string | null };
export type QueuePage = Page<QueueRow> & { waiting: WaitingCount; now: string };

/** How many drafts of the asked list stand in each cluster, the largest first. `label` is for people. */
export type QueueGroups = {
  steps: { sequenceId: string; stepId: string; label: string; count: number }[];
  patterns: { pattern: string; label: string; count: number; stopped: boolean }[];
  findings: { code: FindingCode; count: number }[];
  holds: { reason: HoldReason; count: number }[];
  languages: { language: string; count: number }[];
  total: number;
};

/** Why a draft waits: a reason, with what set it off where that can be said. */
export type Why = { reason: HoldReason; detail: string | null };

export type DraftComment = { id: string; by: Person | null; text: string; at: string };

/** The newest words of the same pattern that a person let go, to compare with. `by` is null when they have left. */
export type LastApproved = { draftId: string; words: Words; by: Person | null; at: string };

/** By whom, why and since when no message of a draft's pattern leaves. */
export type PatternStopped = { reason: string; by: string; at: string };

/** One draft with all that a reviewer needs: claims beside facts, why it waits, what moved since it was written. */
export type QueueDetail = DraftDetail &
  QueueRow & {
    place: QueuePlace | null;
    claims: LinkedClaim[];
    facts: Fact[];
    why: Why[];
    lastApproved: LastApproved | null;
    changes: Change[];
    thread: DraftComment[];
    /** Who had it before them, and when last. Told by `POST /api/drafts/:id/views`: reading ahead opens nothing. */
    openedBy: Approval[];
    patternStopped: PatternStopped | null;
  };

export type DraftInspection = { findings: Finding[]; claims: LinkedClaim[] };

/** What a second reviewer is told beside the refusal: who was first, with which verdict and when. */
export type ReviewConflict = { verdict: Verdict; by: string | null; byPolicy: boolean; at: string };

/** The most characters of a comment. */
export const commentLimit = 2_000;

export const bulkRefusals = ["not_found", "not_in_pattern", "not_opened", "conflict", "forbidden", "invalid"] as const;
/** Why one draft of a cluster was not approved. `not_opened`: it has findings, which are only let go by who has read them. */
export type BulkRefusal = (typeof bulkRefusals)[number];
export type BulkOutcome =
  | { id: string; kind: "approved"; waitsForSecond: boolean }
  | { id: string; kind: "refused"; reason: BulkRefusal; message: string };

/** How many of a cluster are read before the rest of it may be approved unread. */
export const sampleSize = 5;
/** For how long after reading a sample the cluster may be approved by it. */
export const sampleHours = 24;
/** The most drafts that one bulk approval takes. */
export const bulkLimit = 200;

/** How many drafts of a cluster of `size` must have been read. */
export function samplesNeeded(size: number): number {
  return Math.min(sampleSize, size);
}

/** Changes whenever somebody's view of the queue would: what waits, verdicts, comments, who took what. */
export type QueueHint = { version: string; waiting: WaitingCount };
