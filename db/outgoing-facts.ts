import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Reviewer } from "#domain/draft-life.ts";
import type { ActBy } from "#domain/experiment/life.ts";
import type { EventBody } from "#domain/outgoing-event.ts";
import type { Verdict } from "#domain/review.ts";
import type { OversightMode } from "#domain/sequence.ts";
import type { AuditActor } from "./audit.ts";
import { iso } from "./instants.ts";
import { recordEvent, recordEvents } from "./outgoing-events.ts";
import { orders } from "./schema/carts.ts";
import { experiments } from "./schema/experiments.ts";
import type { letters } from "./schema/letters.ts";
import { decisions, drafts, messages } from "./schema/messages.ts";
import { oversightMoves } from "./schema/oversight.ts";
import { enrollments } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

// What each event tells is read here, and only where somebody listens. Called where the fact itself is stored.

export function tellEnrollmentStarted(scope: Scope, id: string, now: Date): Promise<void> {
  const tell = async () => {
    const rows = await enrollmentRows(scope, [id]);
    return rows.map((row) => ({
      ...{ factId: row.id, at: now },
      data: {
        ...placeOf(row),
        ...{ versionId: row.versionId, trigger: row.triggerKind, experimentId: row.experimentId },
        ...{ arm: row.arm, armKind: row.armKind, cartTotal: { amount: row.cartTotal, currency: row.currency } },
      },
    }));
  };
  return recordEvents(scope, "enrollment.started", tell, now);
}

/** Tells of enrollments that have just ended, whatever ended them. */
export async function tellEnrollmentsStopped(scope: Scope, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const tell = async () => {
    const rows = await enrollmentRows(scope, ids);
    return rows.flatMap((row) =>
      row.closeReason ? [{ factId: row.id, at: now, data: { ...placeOf(row), reason: row.closeReason } }] : [],
    );
  };
  await recordEvents(scope, "enrollment.stopped", tell, now);
}

function enrollmentRows({ db, tenantId }: Scope, ids: string[]) {
  return db
    .select()
    .from(enrollments)
    .where(and(eq(enrollments.tenantId, tenantId), inArray(enrollments.id, ids)))
    .orderBy(enrollments.id);
}

type Place = Pick<typeof enrollments.$inferSelect, "id" | "sequenceId" | "cartId" | "contactId">;
const placeOf = ({ id: enrollmentId, sequenceId, cartId, contactId }: Place) => ({
  ...{ enrollmentId, sequenceId, cartId, contactId },
});

/** `factId` tells a draft that is opened again from one that waits for the first time. */
export function tellDraftPending(scope: Scope, draft: { id: string; factId: string }, now: Date): Promise<void> {
  const tell = async () => {
    const place = await draftPlace(scope, draft.id);
    if (!place) return [];
    const { mode, holds, reviewDueAt, ...about } = place;
    const data = { ...about, mode, holds, dueAt: reviewDueAt && iso(reviewDueAt) };
    return [{ factId: draft.factId, at: now, data }];
  };
  return recordEvents(scope, "draft.pending", tell, now);
}

export type ToldVerdict = { reviewId: string; subjectId: string; verdict: Verdict; by: Reviewer };

/** Tells of a verdict on a draft, or on a letter. */
export function tellReviewed(
  scope: Scope,
  { reviewId, subjectId, verdict, by }: ToldVerdict,
  now: Date,
): Promise<void> {
  const tell = async () => {
    const place = subjectId.startsWith("ltr_") ? letterPlace(subjectId) : await draftPlace(scope, subjectId);
    if (!place) return [];
    const { draftId, kind, enrollmentId, sequenceId } = place;
    const data = { draftId, kind, enrollmentId, sequenceId, reviewId, verdict, by: actorOf(by) };
    return [{ factId: reviewId, at: now, data }];
  };
  return recordEvents(scope, "draft.reviewed", tell, now);
}

type PendingLetter = Pick<typeof letters.$inferSelect, "id" | "wordsHash" | "mode" | "holds">;

/** Tells that a letter waits for a person; other words wait anew. */
export function tellLetterPending(scope: Scope, letter: PendingLetter, now: Date): Promise<void> {
  const { id, wordsHash, mode, holds } = letter;
  const data = { ...letterPlace(id), mode, holds, dueAt: null };
  return recordEvent(scope, { type: "draft.pending", factId: `${id} ${wordsHash}`, at: now, data }, now);
}

const letterPlace = (draftId: string) => ({ draftId, kind: "letter" as const, enrollmentId: null, sequenceId: null });

async function draftPlace({ db, tenantId }: Scope, id: string) {
  const [row] = await db
    .select({
      ...{ mode: drafts.mode, holds: drafts.holds, reviewDueAt: drafts.reviewDueAt },
      ...{ enrollmentId: enrollments.id, sequenceId: enrollments.sequenceId },
    })
    .from(drafts)
    .innerJoin(decisions, and(eq(decisions.tenantId, drafts.tenantId), eq(decisions.id, drafts.decisionId)))
    .innerJoin(enrollments, and(eq(enrollments.tenantId, drafts.tenantId), eq(enrollments.id, decisions.enrollmentId)))
    .where(and(eq(drafts.tenantId, tenantId), eq(drafts.id, id)));
  return row && { draftId: id, kind: "recovery" as const, ...row };
}

const actorOf = (by: Reviewer | ActBy) => ({ kind: by.kind, id: by.kind === "policy" ? null : by.id });

type MailEvent = "message.sent" | "message.delivered" | "message.bounced" | "message.complained";
type ToldMail = { messageId: string; factId: string; at: Date };

/** Tells what became of a message, or of a letter. */
export function tellMail(scope: Scope, type: MailEvent, { messageId, ...fact }: ToldMail, now: Date): Promise<void> {
  const tell = async () => {
    const data = await mailOf(scope, messageId);
    return data ? [{ ...fact, data }] : [];
  };
  return recordEvents(scope, type, tell, now);
}

/** Tells of a person's click. */
export function tellClicked(scope: Scope, { messageId, factId, at }: ToldMail, now: Date): Promise<void> {
  const tell = async () => {
    const mail = await mailOf(scope, messageId);
    return mail ? [{ factId, at, data: { ...mail, clickId: factId } }] : [];
  };
  return recordEvents(scope, "message.clicked", tell, now);
}

async function mailOf({ db, tenantId }: Scope, messageId: string): Promise<EventBody<"message.sent"> | null> {
  if (messageId.startsWith("ltr_")) {
    const nothing = { contactId: null, cartId: null, enrollmentId: null, position: null };
    return { messageId, kind: "letter", ...nothing };
  }
  const { contactId, cartId, enrollmentId, position } = messages;
  const [row] = await db
    .select({ contactId, cartId, enrollmentId, position })
    .from(messages)
    .where(and(eq(messages.tenantId, tenantId), eq(messages.id, messageId)));
  return row ? { messageId, kind: "recovery", ...row } : null;
}

export type Recovery = { orderId: string; enrollmentId: string; messageId: string; credited: number };

/** Tells that an order is credited to a click for the first time. */
export function tellRecovered(scope: Scope, recovery: Recovery, now: Date): Promise<void> {
  const { orderId, enrollmentId, messageId, credited } = recovery;
  const tell = async () => {
    const { shopId, contactId, total, currency, orderedAt } = orders;
    const [order] = await scope.db
      .select({ shopId, contactId, total, currency, orderedAt })
      .from(orders)
      .where(and(eq(orders.tenantId, scope.tenantId), eq(orders.id, orderId)));
    if (!order) return [];
    const money = (amount: number) => ({ amount, currency: order.currency });
    const paid = { total: money(order.total), credited: money(credited) };
    const { shopId: shop, contactId: contact } = order;
    const data = { orderId, shopId: shop, contactId: contact, enrollmentId, messageId, ...paid };
    return [{ factId: orderId, at: order.orderedAt, data }];
  };
  return recordEvents(scope, "order.recovered", tell, now);
}

export type Conclusion = { experimentId: string; by: ActBy; reason: string | null; verdict: string | null };

export function tellConcluded(scope: Scope, { by, ...conclusion }: Conclusion, now: Date): Promise<void> {
  const { experimentId } = conclusion;
  const tell = async () => {
    const rows = await scope.db
      .select({ sequenceId: experiments.sequenceId })
      .from(experiments)
      .where(and(eq(experiments.tenantId, scope.tenantId), eq(experiments.id, experimentId)));
    return rows.map((row) => ({ factId: experimentId, at: now, data: { ...row, ...conclusion, by: actorOf(by) } }));
  };
  return recordEvents(scope, "experiment.concluded", tell, now);
}

type Mode = OversightMode | null;
export type ModeChange = { factId: string; from: Mode; to: Mode; by: Reviewer } & Pick<
  EventBody<"oversight.mode_changed">,
  "level" | "sequenceId" | "versionId" | "stepId" | "because"
>;

export async function tellModeChanged(scope: Scope, { factId, by, ...change }: ModeChange, now: Date): Promise<void> {
  if (change.from === change.to && change.because === "person") return;
  const data = { ...change, by: actorOf(by) };
  await recordEvent(scope, { type: "oversight.mode_changed", factId, at: now, data }, now);
}

type ModeOfTenant = { from: OversightMode; to: OversightMode; by: AuditActor };

/** Tells that the tenant's own mode was changed: its only name is when. */
export function tellModeOfTenant(scope: Scope, { from, to, by }: ModeOfTenant, now: Date): Promise<void> {
  const tenant = { level: "tenant" as const, sequenceId: null, versionId: null, stepId: null };
  const factId = `${scope.tenantId} ${iso(now)}`;
  const who = by.kind === "member" || by.kind === "key" ? { kind: by.kind, id: by.id } : { kind: "policy" as const };
  return tellModeChanged(scope, { ...tenant, factId, from, to, because: "person", by: who }, now);
}

type Move = Omit<typeof oversightMoves.$inferSelect, "tenantId">;

/** Tells of a person's word on a sequence or a step; what it was before is the word before this one. */
export function tellMoved(scope: Scope, move: Move, now: Date): Promise<void> {
  const { id: factId, sequenceId, versionId, stepId, mode, byId } = move;
  const tell = async () => {
    const [before] = await scope.db
      .select({ mode: oversightMoves.mode })
      .from(oversightMoves)
      .where(
        and(
          ...[eq(oversightMoves.tenantId, scope.tenantId), eq(oversightMoves.sequenceId, sequenceId)],
          ne(oversightMoves.id, factId),
          versionId === null ? isNull(oversightMoves.versionId) : eq(oversightMoves.versionId, versionId),
          stepId === null ? isNull(oversightMoves.stepId) : eq(oversightMoves.stepId, stepId),
        ),
      )
      .orderBy(desc(oversightMoves.at), desc(oversightMoves.id))
      .limit(1);
    const from = before?.mode ?? null;
    if (from === mode) return [];
    const level = stepId === null ? ("sequence" as const) : ("step" as const);
    const by = { kind: "member" as const, id: byId };
    const data = { level, sequenceId, versionId, stepId, from, to: mode, because: "person" as const, by };
    return [{ factId, at: now, data }];
  };
  return recordEvents(scope, "oversight.mode_changed", tell, now);
}
