import { and, desc, eq } from "drizzle-orm";
import type { DraftLife, LifeKind, Oversight, Reviewer } from "#domain/draft-life.ts";
import { walkedVersion } from "#domain/enrollment.ts";
import { claimSeconds } from "#domain/message.ts";
import { lifeOf, type StoredLife, type StoredMessage } from "#domain/oversight/life-of.ts";
import type { DecisionRow } from "./decisions.ts";
import { placeDraft } from "./draft-place.ts";
import type { Draft } from "./drafts.ts";
import type { Enrollment } from "./enrollments.ts";
import type { Message } from "./messages.ts";
import { type ActSubject, actOf, actsOn, type NewAct, type Review, recordAct } from "./reviews.ts";
import { decisions, drafts, messages } from "./schema/messages.ts";
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
  const { tenantId } = scope;
  const [locked] = await scope.db
    .select({ decision: decisions, enrollment: enrollments })
    .from(enrollments)
    .innerJoin(decisions, and(eq(decisions.tenantId, tenantId), eq(decisions.enrollmentId, enrollments.id)))
    .where(and(eq(enrollments.tenantId, tenantId), eq(decisions.id, decisionId)))
    .for("no key update", { of: enrollments });
  if (!locked) return null;
  const [spoken] = await scope.db
    .select({ draft: drafts, message: messages })
    .from(drafts)
    .leftJoin(messages, and(eq(messages.tenantId, tenantId), eq(messages.decisionId, decisionId), isMail))
    .where(and(eq(drafts.tenantId, tenantId), eq(drafts.decisionId, decisionId), eq(drafts.chosen, true)))
    .orderBy(desc(drafts.attempt))
    .limit(1);
  if (!spoken) return null;
  const rows = { ...spoken, ...locked, acts: await actsOn(scope, spoken.draft.id) };
  return { ...rows, life: lifeOf(storedLife(rows)) };
}

const isMail = eq(messages.channel, "email");

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
