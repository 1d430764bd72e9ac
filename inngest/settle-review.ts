import { placeDraft } from "#db/draft-place.ts";
import { draftHash, lastAttempt, saveDraft } from "#db/drafts.ts";
import { lockStanding, type Standing, storeAct, subjectOf } from "#db/lives.ts";
import { recordAct } from "#db/reviews.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import type { Advanced, LifeEvent } from "#domain/draft-life.ts";
import { advance, deadlineActionFor } from "#domain/review.ts";
import { writeInspected, writerFor } from "#integrations/writer.ts";

/**
 * What became of a draft: its words may be queued, it waits, its facts moved and it must be written anew, or nothing more is
 * to be done.
 */
export type Settled =
  | { kind: "send"; draftId: string }
  | { kind: "done" }
  | { kind: "rewrite"; until: string }
  | { kind: "wait"; until: string };

/** Where nobody had to look, or nobody did in time, lets the policy speak; else says where the draft stands. */
export function settleReview(tenantId: string, decisionId: string, now: Date): Promise<Settled> {
  return withJobScope(tenantId, async (scope) => {
    const standing = await lockStanding(scope, decisionId);
    return standing ? settle(scope, standing, now) : { kind: "done" };
  });
}

async function settle(scope: Scope, standing: Standing, now: Date): Promise<Settled> {
  const { life, draft } = standing;
  switch (life.kind) {
    case "approved":
      return { kind: "send", draftId: draft.id };
    case "inspected":
      return pass(scope, standing, now);
    case "waiting":
    case "edited":
      if (life.oversight.holds.length === 0 && life.approvedBy.length === 0 && isNew(standing))
        return pass(scope, standing, now);
      return life.dueAt > now ? { kind: "wait", until: life.dueAt.toISOString() } : expire(scope, standing, now);
    case "held":
      if (life.until <= now) return expire(scope, standing, now);
      return { kind: life.back.kind === "stale" ? "rewrite" : "wait", until: life.until.toISOString() };
    default:
      return { kind: "done" };
  }
}

/** Nobody has said anything of these words yet: what a person has opened again is not let go behind their back. */
function isNew({ acts }: Standing): boolean {
  return acts.length === 0;
}

async function pass(scope: Scope, standing: Standing, now: Date): Promise<Settled> {
  const life = advance(standing.life, { kind: "passed" });
  if (life.kind === "refused") return { kind: "done" };
  const act = { kind: "passed" as const, reason: standing.draft.mode };
  await storeAct(scope, standing, { act, by: { kind: "policy" }, leaves: life.kind, now });
  return { kind: "send", draftId: standing.draft.id };
}

/** The policy's word at the deadline, which may be the scripted writer's words instead. */
async function expire(scope: Scope, standing: Standing, now: Date): Promise<Settled> {
  const fallback = await scriptedInstead(standing);
  const { reviewDeadlineMinutes } = await getPolicy(scope);
  const event: LifeEvent = {
    ...{ kind: "deadline_passed", at: now, fallbackHash: fallback ? "fallback" : null },
    fallbackDueAt: new Date(now.getTime() + reviewDeadlineMinutes * 60_000),
  };
  const life = advance(standing.life, event);
  if (life.kind === "refused") return { kind: "done" };
  if (fallback && life.proposal.hash === "fallback") return fallBack(scope, { standing, fallback, life }, now);
  const act = { kind: "deadline_passed" as const, reason: life.kind === "approved" ? "send" : "drop" };
  await storeAct(scope, standing, { act, by: { kind: "policy" }, leaves: life.kind, now });
  return life.kind === "approved" ? { kind: "send", draftId: standing.draft.id } : { kind: "done" };
}

type Fallback = Pick<Parameters<typeof saveDraft>[1], "written" | "findings" | "fallbackReason">;

/** The scripted words where they would take the place of others; none for what they wrote, or where nothing else waits. */
async function scriptedInstead({ draft, life }: Standing): Promise<Fallback | null> {
  if (life.kind !== "waiting" && life.kind !== "edited") return null;
  if (deadlineActionFor(life.oversight, life.atDeadline) !== "scripted") return null;
  if (draft.writer === "scripted" || !draft.brief) return null;
  const writer = writerFor({ kind: "scripted" });
  const { attempts } = await writeInspected(draft.brief, { writer, fallback: writer, seed: draft.decisionId });
  const made = attempts.at(-1);
  return made?.written ? made : null;
}

type Falling = { standing: Standing; fallback: Fallback; life: Exclude<Advanced, { kind: "refused" }> };

/** Stores the scripted words as a draft of their own: waiting in turn, or let go by the clock. */
async function fallBack(scope: Scope, { standing, fallback, life }: Falling, now: Date): Promise<Settled> {
  if (life.kind !== "waiting" && life.kind !== "approved") return { kind: "done" };
  const { decisionId, id: replacesDraftId, brief, pattern, pinned } = standing.draft;
  const words = fallback.written?.words;
  if (!brief || !words) return { kind: "done" };
  const attempt = (await lastAttempt(scope, decisionId)) + 1;
  const place = { decisionId, brief, pattern, pinned, attempt, chosen: true, authorId: null, replacesDraftId };
  const draftId = await saveDraft(scope, { ...place, ...fallback }, life, now);
  const by = { kind: "policy" } as const;
  const act = { kind: "deadline_passed" as const, reason: "scripted" };
  await storeAct(scope, standing, { act: { ...act, editedDraftId: draftId }, by, leaves: "written", now });
  await placeDraft(scope, draftId, life.kind, now);
  if (life.kind === "waiting") return { kind: "wait", until: life.dueAt.toISOString() };
  const subject = await subjectOf(scope, standing);
  await recordAct(scope, { ...act, draftId, wordsHash: draftHash(words, brief), subject }, by, now);
  await placeDraft(scope, draftId, life.kind, now);
  return { kind: "send", draftId };
}
