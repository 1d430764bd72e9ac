import { and, eq } from "drizzle-orm";
import type { Reviewer } from "#domain/draft-life.ts";
import type { Verdict } from "#domain/review.ts";
import { newId } from "./ids.ts";
import { reviews } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

export type Review = typeof reviews.$inferSelect;

/** Stores a verdict; null when the draft already has one, whoever came first. */
export async function recordReview(
  scope: Scope,
  review: { draftId: string; verdict: Verdict; wordsHash: string; reason: string | null; editedDraftId: string | null },
  by: Reviewer,
  now: Date,
): Promise<string | null> {
  const [row] = await scope.db
    .insert(reviews)
    .values({
      tenantId: scope.tenantId,
      id: newId("review", now),
      ...review,
      byKind: by.kind,
      byId: by.kind === "policy" ? null : by.id,
      at: now,
    })
    .onConflictDoNothing()
    .returning({ id: reviews.id });
  return row?.id ?? null;
}

/** The verdict on a draft, or null while there is none. */
export async function reviewOf(scope: Scope, draftId: string): Promise<Review | null> {
  const [row] = await scope.db
    .select()
    .from(reviews)
    .where(and(eq(reviews.tenantId, scope.tenantId), eq(reviews.draftId, draftId)));
  return row ?? null;
}
