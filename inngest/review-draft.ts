import { recordAudit } from "#db/audit.ts";
import { closeEnrollment } from "#db/enrollments.ts";
import { type Standing, storeAct } from "#db/lives.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import type { Words } from "#domain/draft.ts";
import type { LifeKind } from "#domain/draft-life.ts";
import type { Revalidation } from "#domain/revalidation.ts";
import { advance, type Verdict } from "#domain/review.ts";
import { currentStanding, dueFrom } from "./act-on-draft.ts";
import { saveEdit } from "./edit-draft.ts";
import { type Announcement, announce } from "./events.ts";
import { refusalError } from "./refused-act.ts";
import { revalidateDraft } from "./revalidate-draft.ts";
import { type Answering, answering, type By, refuseNobody } from "./reviewer.ts";

export type ReviewInput = {
  draftId: string;
  verdict: "approved" | "edited" | "rejected";
  words?: Words;
  reason?: string;
  /** The hash of the words that the reviewer saw: a verdict on other words is refused. */
  wordsHash: string;
};

/** `state` is where the words stand now: approved, or waiting for a second person, or edited and waiting for another. */
export type Reviewed = { reviewId: string; verdict: Verdict; state: LifeKind };

type Given = { kind: "given"; reviewId: string; state: LifeKind; decisionId: string };
/** What is kept although the verdict was refused: the facts under the words have moved, or ended. */
type Outdated = { kind: "outdated"; error: AppError; decisionId: string };

/**
 * Gives a verdict on a waiting draft and wakes its run. Refuses with `not_found`, `conflict` (reviewed already, other words
 * than the reviewer saw, or facts that moved meanwhile), `forbidden` (the author, or a key that acts for nobody) or `invalid`
 * (edited words that claim what the brief does not hold).
 */
export async function reviewDraft(tenantId: string, input: ReviewInput, by: By, now: Date): Promise<Reviewed> {
  const given = await storeVerdict(tenantId, input, by, now);
  // What happened is stored; if the runner cannot be told now, the sweep tells it.
  await announce([reviewed(tenantId, given)]).catch(() => undefined);
  if (given.kind === "outdated") throw given.error;
  return { reviewId: given.reviewId, verdict: input.verdict, state: given.state };
}

/** What wakes the run of a draft on which a verdict was given. */
export function reviewed(tenantId: string, { decisionId }: { decisionId: string }): Announcement {
  return { name: "draft/reviewed", data: { tenantId, decisionId } };
}

/** Gives a verdict in a transaction of its own and tells nobody: whoever gives many announces them together. */
export function storeVerdict(tenantId: string, input: ReviewInput, by: By, now: Date): Promise<Given | Outdated> {
  return withJobScope(tenantId, async (scope) => {
    const standing = await currentStanding(scope, input.draftId);
    const who = await answering(scope, by);
    const done = await giveVerdict(scope, { standing, input, who }, now);
    if (done.kind === "outdated") return done;
    await recordAudit(scope, {
      ...{ actor: by, action: `draft.${input.verdict}`, subjectId: input.draftId, now },
      change: {
        ...(input.reason ? { reason: input.reason } : {}),
        ...(who.viaKeyId && who.by.kind === "member" ? { for: who.by.id } : {}),
      },
    });
    return done;
  });
}

type Reviewing = { standing: Standing; input: ReviewInput; who: Answering };

async function giveVerdict(scope: Scope, reviewing: Reviewing, now: Date): Promise<Given | Outdated> {
  const { standing, input, who } = reviewing;
  const decisionId = standing.decision.id;
  if (input.verdict === "approved") return approve(scope, reviewing, now);
  if (input.verdict === "edited") {
    const { reviewId, state } = await saveEdit(scope, { ...reviewing, words: input.words }, now);
    return { kind: "given", reviewId, state, decisionId };
  }
  const reason = input.reason ?? null;
  const life = advance(standing.life, { kind: "rejected", by: who.by, hash: input.wordsHash, reason });
  if (life.kind === "refused") throw refusalError(life, standing.life);
  const act = { kind: "rejected" as const, reason, viaKeyId: who.viaKeyId };
  const reviewId = await storeAct(scope, standing, { act, by: who.by, leaves: life.kind, now });
  return { kind: "given", reviewId, state: life.kind, decisionId };
}

async function approve(scope: Scope, { standing, input, who }: Reviewing, now: Date): Promise<Given | Outdated> {
  await refuseNobody(scope, who);
  const { answer } = await revalidateDraft(scope, standing, now);
  const life = advance(standing.life, { kind: "approved", by: who.by, hash: input.wordsHash, answer });
  if (life.kind === "refused") {
    const error = refusalError(life, standing.life);
    if (life.reason !== "stale" && life.reason !== "ended") throw error;
    await outdate(scope, { standing, answer }, now);
    return { kind: "outdated", error, decisionId: standing.decision.id };
  }
  const act = { kind: "approved" as const, reason: input.reason ?? null, viaKeyId: who.viaKeyId };
  const reviewId = await storeAct(scope, standing, { act, by: who.by, leaves: life.kind, now });
  return { kind: "given", reviewId, state: life.kind, decisionId: standing.decision.id };
}

/** Holds back what facts moved under, to be written anew, and ends what has ended. */
async function outdate(
  scope: Scope,
  { standing, answer }: { standing: Standing; answer: Revalidation },
  now: Date,
): Promise<void> {
  const until = dueFrom(now, await getPolicy(scope));
  const life = advance(standing.life, { kind: "revalidated", answer, until });
  if (life.kind === "refused") throw new AppError("conflict", "This draft has changed while you decided.");
  if (answer.kind === "stop") await closeEnrollment(scope, standing.enrollment.id, answer, now);
  if (answer.kind !== "stale") return;
  const act = { kind: "revalidated" as const, reason: "stale", changes: answer.changes, until };
  await storeAct(scope, standing, { act, by: { kind: "policy" }, leaves: life.kind, now });
}
