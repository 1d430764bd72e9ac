import { chosenDraft, type Draft, getDraft, saveDraft } from "#db/drafts.ts";
import { recordReview, reviewOf } from "#db/reviews.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import type { Oversight } from "#domain/draft-life.ts";
import { needsPeople } from "#domain/oversight/leaving.ts";
import { deadlineActionFor } from "#domain/review.ts";
import { writeInspected, writerFor } from "#integrations/writer.ts";

/** What became of a draft: its words go out, the message is dropped, or it still waits. */
export type Settled = { kind: "send"; draftId: string } | { kind: "drop" } | { kind: "wait"; until: string };

/** Reads the verdict; where nobody had to give one, or nobody did in time, gives the policy's. */
export function settleReview(tenantId: string, decisionId: string, now: Date): Promise<Settled> {
  return withScope(tenantId, async (scope) => {
    const draft = await chosenDraft(scope, decisionId);
    if (!draft) return { kind: "drop" };
    const review = (await reviewOf(scope, draft.id)) ?? (await reviewThatEdited(scope, draft));
    if (review) return afterReview(scope, draft, review);
    if (!draft.heldReason) return approveByPolicy(scope, draft, now);
    if (draft.reviewDueAt && draft.reviewDueAt > now) return { kind: "wait", until: draft.reviewDueAt.toISOString() };
    return expire(scope, draft, now);
  });
}

type Review = NonNullable<Awaited<ReturnType<typeof reviewOf>>>;

async function reviewThatEdited(scope: Scope, draft: Draft): Promise<Review | null> {
  if (!draft.replacesDraftId || draft.heldReason) return null;
  return reviewOf(scope, draft.replacesDraftId);
}

async function afterReview(scope: Scope, draft: Draft, review: Review): Promise<Settled> {
  if (review.verdict === "rejected") return { kind: "drop" };
  if (review.editedDraftId && (await getDraft(scope, review.editedDraftId)))
    return { kind: "send", draftId: review.editedDraftId };
  return review.verdict === "expired" && review.reason === "drop"
    ? { kind: "drop" }
    : { kind: "send", draftId: draft.id };
}

async function approveByPolicy(scope: Scope, draft: Draft, now: Date): Promise<Settled> {
  const verdict = {
    draftId: draft.id,
    verdict: "approved" as const,
    wordsHash: draft.wordsHash,
    reason: draft.mode,
    editedDraftId: null,
  };
  await recordReview(scope, verdict, { kind: "policy" }, now);
  return { kind: "send", draftId: draft.id };
}

/** The policy's word at the deadline. What only people may clear is not sent by it: its scripted words wait in turn, once. */
async function expire(scope: Scope, draft: Draft, now: Date): Promise<Settled> {
  const { deadlineAction, reviewDeadlineMinutes } = await getPolicy(scope);
  const asked = overseenAs(draft);
  const action = draft.heldReason === "expired_fallback" ? "drop" : deadlineActionFor(asked, deadlineAction);
  const until = needsPeople(asked) ? new Date(now.getTime() + reviewDeadlineMinutes * 60_000) : null;
  const editedDraftId = action === "scripted" ? await scriptedInstead(scope, draft, { now, until }) : null;
  const drops = action === "drop" || (until !== null && editedDraftId === null);
  const verdict = {
    draftId: draft.id,
    verdict: "expired" as const,
    wordsHash: draft.wordsHash,
    reason: drops ? "drop" : action,
    editedDraftId,
  };
  await recordReview(scope, verdict, { kind: "policy" }, now);
  if (drops) return { kind: "drop" };
  if (until) return { kind: "wait", until: until.toISOString() };
  return { kind: "send", draftId: editedDraftId ?? draft.id };
}

function overseenAs({ mode, heldReason }: Draft): Oversight {
  return { mode, holds: heldReason ? [heldReason] : [], approvals: 1, sampled: heldReason === "sampled" };
}

/** The scripted writer's words in place of those nobody reviewed; its own draft when that is what waited. */
async function scriptedInstead(
  scope: Scope,
  draft: Draft,
  { now, until }: { now: Date; until: Date | null },
): Promise<string | null> {
  if (draft.writer === "scripted" || !draft.brief) return null;
  const writer = writerFor({ kind: "scripted" });
  const { attempts } = await writeInspected(draft.brief, { writer, fallback: writer, seed: draft.decisionId });
  const made = attempts.at(-1);
  if (!made?.written) return null;
  const { decisionId, brief, pattern, pinned } = draft;
  const place = {
    decisionId,
    brief,
    pattern,
    pinned,
    attempt: draft.attempt + 1,
    chosen: true,
    authorId: null,
    replacesDraftId: draft.id,
  };
  const heldReason = until ? ("expired_fallback" as const) : null;
  const oversight = { mode: draft.mode, heldReason, reviewDueAt: until };
  return saveDraft(scope, { ...place, ...made }, oversight, now);
}
