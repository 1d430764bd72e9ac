import { recordAudit } from "#db/audit.ts";
import { getDecision } from "#db/decisions.ts";
import { type Draft, getDraft, saveDraft } from "#db/drafts.ts";
import { getEnrollment } from "#db/enrollments.ts";
import { recordReview } from "#db/reviews.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import type { Words, Written } from "#domain/draft.ts";
import { inspect, refusesPerson } from "#domain/inspect.ts";
import { mayReview, type Verdict } from "#domain/review.ts";
import { announce } from "./events.ts";

export type ReviewInput = {
  draftId: string;
  verdict: "approved" | "edited" | "rejected";
  words?: Words;
  reason?: string;
  /** The hash of the words that the reviewer saw: a verdict on other words is refused. */
  wordsHash: string;
};

type By = { kind: "member" | "key"; id: string };

/**
 * Gives a verdict on a waiting draft and wakes its run. Refuses with `not_found`, `conflict` (reviewed already, or other
 * words than the reviewer saw), `forbidden` (the author) or `invalid` (edited words that claim what the brief does not hold).
 */
export async function reviewDraft(
  tenantId: string,
  input: ReviewInput,
  by: By,
  now: Date,
): Promise<{ reviewId: string; verdict: Verdict }> {
  const given = await withScope(tenantId, async (scope) => {
    const draft = await reviewable(scope, input, by);
    const editedDraftId =
      input.verdict === "edited" ? await saveEdited(scope, draft, { words: input.words, by }, now) : null;
    const { draftId, verdict, wordsHash, reason } = input;
    const reviewId = await recordReview(
      scope,
      { draftId, verdict, wordsHash, reason: reason ?? null, editedDraftId },
      by,
      now,
    );
    if (!reviewId) throw new AppError("conflict", "Someone else has reviewed this draft.");
    await recordAudit(scope, {
      actor: by,
      action: `draft.${verdict}`,
      subjectId: draftId,
      change: reason ? { reason } : {},
      now,
    });
    return { reviewId, verdict, decisionId: draft.decisionId };
  });
  // The verdict is stored; if the runner cannot be told now, the sweep tells it.
  await announce([{ name: "draft/reviewed", data: { tenantId, decisionId: given.decisionId } }]).catch(() => undefined);
  return { reviewId: given.reviewId, verdict: given.verdict };
}

async function reviewable(scope: Scope, input: ReviewInput, by: By): Promise<Draft> {
  const draft = await getDraft(scope, input.draftId);
  if (!draft) throw new AppError("not_found", "There is no such draft.");
  if (!draft.chosen || !draft.heldReason) throw new AppError("conflict", "This draft does not wait for a review.");
  if (draft.wordsHash !== input.wordsHash) throw new AppError("conflict", "The draft has changed since you read it.");
  await refuseWhenClosed(scope, draft);
  if (!mayReview(by, draft)) throw new AppError("forbidden", "An author cannot review their own words.");
  return draft;
}

async function refuseWhenClosed(scope: Scope, draft: Draft): Promise<void> {
  const decision = await getDecision(scope, draft.decisionId);
  const enrollment = decision && (await getEnrollment(scope, decision.enrollmentId));
  if (!enrollment) throw new AppError("not_found", "There is no such draft.");
  if (enrollment.closedAt)
    throw new AppError("conflict", `This draft will not be sent any more: ${enrollment.closeReason}.`);
}

async function saveEdited(
  scope: Scope,
  draft: Draft,
  edit: { words: Words | undefined; by: By },
  now: Date,
): Promise<string> {
  if (!edit.words || !draft.brief) throw new AppError("invalid", "An edit needs the edited words.", "words");
  const findings = inspect(edit.words, draft.brief);
  const blocked = findings.find(refusesPerson);
  if (blocked)
    throw new AppError(
      "invalid",
      `The ${blocked.field} claims what the facts do not hold: ${blocked.code}.`,
      `words.${blocked.field}`,
    );
  const { decisionId, brief, pattern, pinned } = draft;
  const made = {
    decisionId,
    brief,
    pattern,
    pinned,
    written: writtenByHand(edit.words),
    findings,
    fallbackReason: null,
    attempt: draft.attempt + 1,
    chosen: true,
  };
  const oversight = { mode: draft.mode, heldReason: null, reviewDueAt: null };
  return saveDraft(scope, { ...made, authorId: edit.by.id, replacesDraftId: draft.id }, oversight, now);
}

function writtenByHand(words: Words): Written {
  return {
    ...{ words, subjects: [words.subject], writer: "member", model: null, promptVersion: "" },
    ...{ inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costMicros: 0, currency: null },
    ...{ confidence: null, latencyMs: 0 },
  };
}
