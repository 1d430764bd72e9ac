import { and, eq } from "drizzle-orm";
import type { DraftLife, LifeKind, Oversight, Reviewer } from "#domain/draft-life.ts";
import { walkedVersion } from "#domain/enrollment.ts";
import { claimSeconds } from "#domain/message.ts";
import { lifeOf, type StoredLife, type StoredMessage } from "#domain/oversight/life-of.ts";
import { type DecisionRow, getDecision } from "./decisions.ts";
import { placeDraft } from "./draft-place.ts";
import { chosenDraft, type Draft } from "./drafts.ts";
import { type Enrollment, getEnrollment } from "./enrollments.ts";
import { type Message, messageOf } from "./messages.ts";
import { type ActSubject, actOf, actsOn, type NewAct, type Review, recordAct } from "./reviews.ts";
import { enrollments } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";
import { stepsOf } from "./sequences.ts";

/** The rows of one decision's words and where they stand. */
export type Standing = {
  draft: Draft;
  decision: DecisionRow;
  enrollment: Enrollment;
  message: Message | null;
  acts: Review[];
  life: DraftLife;
};

/**
 * Where a decision's words stand, with nobody else acting on them until this transaction ends; null while there are none.
 * The enrollment's row is the lock, taken before any draft's, as by whatever closes an enrollment.
 */
export async function lockStanding(scope: Scope, decisionId: string): Promise<Standing | null> {
  const decision = await getDecision(scope, decisionId);
  if (!decision) return null;
  await scope.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(and(eq(enrollments.tenantId, scope.tenantId), eq(enrollments.id, decision.enrollmentId)))
    .for("no key update");
  return standingOf(scope, decision);
}

async function standingOf(scope: Scope, decision: DecisionRow): Promise<Standing | null> {
  const enrollment = await getEnrollment(scope, decision.enrollmentId);
  const draft = await chosenDraft(scope, decision.id);
  if (!draft || !enrollment) return null;
  const message = await messageOf(scope, decision.id);
  const acts = await actsOn(scope, draft.id);
  return { draft, decision, enrollment, message, acts, life: lifeOf(storedLife({ draft, enrollment, message, acts })) };
}

/** The rows as the state machine reads them. A sequence that is walked to its end does not end its last message. */
export function storedLife(rows: Pick<Standing, "draft" | "enrollment" | "message" | "acts">): StoredLife {
  const { draft, enrollment, message, acts } = rows;
  const { closeReason } = enrollment;
  const ended = closeReason === "finished" ? null : closeReason;
  return {
    proposal: { hash: draft.wordsHash, authorId: draft.authorId },
    oversight: oversightOf(draft),
    dueAt: draft.reviewDueAt ?? draft.createdAt,
    atDeadline: draft.atDeadline ?? "drop",
    acts: acts.flatMap((row) => actOf(row) ?? []),
    message: message && storedMessage(message, draft),
    ended: ended ?? (draft.words === null ? "erased" : null),
  };
}

export function oversightOf({ mode, holds, heldReason, approvalsNeeded, sampled }: Draft): Oversight {
  return { mode, holds: holds.length === 0 && heldReason ? [heldReason] : holds, approvals: approvalsNeeded, sampled };
}

function storedMessage(message: Message, draft: Draft): StoredMessage {
  const { status, dueAt, attempts, claim, claimedAt, retaken, sentAt, reason } = message;
  const stale = claimedAt && new Date(claimedAt.getTime() + claimSeconds * 1_000);
  return {
    ...{ status, dueAt, attempts, claim, retaken, sentAt, reason },
    hash: message.draftId === draft.id ? draft.wordsHash : "",
    claimedUntil: claimedAt && dueAt > claimedAt ? dueAt : stale,
  };
}

/** Of which step an act was, as it stands beside the act. */
export async function subjectOf(scope: Scope, { enrollment, decision, draft }: Standing): Promise<ActSubject> {
  const { sequenceId } = enrollment;
  const versionId = walkedVersion(enrollment);
  const step = (await stepsOf(scope, versionId))[decision.position];
  return { sequenceId, versionId, stepId: step?.id ?? null, language: draft.language };
}

type Said = {
  act: Omit<NewAct, "draftId" | "wordsHash" | "subject">;
  by: Reviewer;
  /** Where the act leaves the draft. */
  leaves: LifeKind;
  now: Date;
};

/** Appends an act that the state machine took, and puts the draft where its life now stands. Returns the act's id. */
export async function storeAct(scope: Scope, standing: Standing, { act, by, leaves, now }: Said): Promise<string> {
  const { draft } = standing;
  const subject = await subjectOf(scope, standing);
  const id = await recordAct(scope, { ...act, draftId: draft.id, wordsHash: draft.wordsHash, subject }, by, now);
  await placeDraft(scope, draft.id, leaves, now);
  return id;
}
