import { and, asc, eq } from "drizzle-orm";
import type { Reviewer } from "#domain/draft-life.ts";
import type { Act, ReviewKind } from "#domain/oversight/life-of.ts";
import type { Change } from "#domain/revalidation.ts";
import type { Verdict } from "#domain/review.ts";
import { newId } from "./ids.ts";
import { tellReviewed } from "./outgoing-facts.ts";
import { reviews } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

export type Review = typeof reviews.$inferSelect;

/** What an act was given on, kept beside it, so that a step's record is read without its drafts. */
export type ActSubject = { sequenceId: string; versionId: string; stepId: string | null; language: string };

export type NewAct = {
  draftId: string;
  kind: ReviewKind;
  wordsHash: string;
  subject: ActSubject | null;
  viaKeyId?: string | null;
  reason?: string | null;
  editedDraftId?: string | null;
  until?: Date | null;
  changes?: Change[] | null;
};

const verdictsOf: Record<ReviewKind, Verdict | null> = {
  passed: "approved",
  approved: "approved",
  edited: "edited",
  rejected: "rejected",
  deadline_passed: "expired",
  taken_back: null,
  released: null,
  undone: null,
  revalidated: null,
};

/** Appends what somebody did with a draft; whether it may be done is the state machine's to say, before. */
export async function recordAct(scope: Scope, act: NewAct, by: Reviewer, now: Date): Promise<string> {
  const { subject, ...rest } = act;
  const id = newId("review", now);
  const verdict = verdictsOf[act.kind];
  await scope.db.insert(reviews).values({
    ...{ tenantId: scope.tenantId, id, ...rest, ...subject, verdict },
    ...{ byKind: by.kind, byId: by.kind === "policy" ? null : by.id, at: now },
  });
  if (verdict) await tellReviewed(scope, { reviewId: id, subjectId: act.draftId, verdict, by }, now);
  return id;
}

/** The acts on a draft in the order in which they were stored. */
export async function actsOn(scope: Scope, draftId: string): Promise<Review[]> {
  return scope.db
    .select()
    .from(reviews)
    .where(and(eq(reviews.tenantId, scope.tenantId), eq(reviews.draftId, draftId)))
    .orderBy(asc(reviews.seq));
}

/** A stored act as the state machine was told of it; null for what is kept for the record alone. */
export function actOf(row: Review): Act | null {
  const { kind, wordsHash: hash, reason, at } = row;
  const by: Reviewer =
    row.byKind === "policy" || row.byId === null ? { kind: "policy" } : { kind: row.byKind, id: row.byId };
  const until = row.until ?? at;
  switch (kind) {
    case "passed":
      return { kind };
    case "approved":
      return { kind, by, hash, answer: { kind: "ok" } };
    case "rejected":
      return { kind, by, hash, reason };
    case "deadline_passed":
      return { kind, at, fallbackHash: null, fallbackDueAt: until };
    case "taken_back":
      return { kind, by, until };
    case "released":
      return { kind, by, at };
    case "undone":
      return { kind, by, at, dueAt: until, hasEnded: false };
    case "revalidated":
      return { kind, answer: { kind: "stale", changes: row.changes ?? [] }, until };
    default:
      return null;
  }
}
