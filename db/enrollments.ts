import { and, eq, isNull } from "drizzle-orm";
import type { CloseReason } from "#domain/enrollment.ts";
import type { Arm } from "#domain/experiment.ts";
import type { TriggerKind } from "#domain/sequence-graph.ts";
import type { Cart } from "./carts.ts";
import { newId } from "./ids.ts";
import { tellEnrollmentStarted, tellEnrollmentsStopped } from "./outgoing-facts.ts";
import { enrollments } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

export type Enrollment = typeof enrollments.$inferSelect;

/** Enters a contact into a sequence version; null when what triggers it let somebody into that sequence before. */
export async function startEnrollment(
  scope: Scope,
  entry: {
    sequenceId: string;
    versionId: string;
    trigger: { kind: TriggerKind; id: string };
    cart: Cart;
    contactId: string;
    abandonedAt: Date;
    experimentId: string | null;
    arm: Arm;
  },
  now: Date,
): Promise<string | null> {
  const [row] = await scope.db
    .insert(enrollments)
    .values({
      tenantId: scope.tenantId,
      id: newId("enrollment", now),
      sequenceId: entry.sequenceId,
      versionId: entry.versionId,
      triggerKind: entry.trigger.kind,
      triggerId: entry.trigger.id,
      cartId: entry.cart.id,
      contactId: entry.contactId,
      experimentId: entry.experimentId,
      arm: entry.arm.name,
      armKind: entry.arm.kind,
      cartTotal: entry.cart.total,
      currency: entry.cart.currency,
      abandonedAt: entry.abandonedAt,
      startedAt: now,
      nextDueAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: enrollments.id });
  if (row) await tellEnrollmentStarted(scope, row.id, now);
  return row?.id ?? null;
}

/** Why an enrollment ends; `bySequenceId` is the sequence that goes first, where one is why. */
export type Closing = CloseReason | { reason: CloseReason; bySequenceId?: string };

/** Ends an enrollment; the first reason stays. */
export async function closeEnrollment(scope: Scope, id: string, closing: Closing, now: Date): Promise<void> {
  const { reason, bySequenceId = null } = typeof closing === "string" ? { reason: closing } : closing;
  const closed = await scope.db
    .update(enrollments)
    .set({ closedAt: now, closeReason: reason, nextDueAt: null, supersededBy: bySequenceId })
    .where(and(eq(enrollments.tenantId, scope.tenantId), eq(enrollments.id, id), isNull(enrollments.closedAt)))
    .returning({ id: enrollments.id });
  if (closed.length > 0) await tellEnrollmentsStopped(scope, [id], now);
}

/** Ends everything that is open for a contact, as after an unsubscribe. Returns the ids, to cancel their runs. */
export async function closeEnrollmentsOf(
  scope: Scope,
  contactId: string,
  reason: CloseReason,
  now: Date,
): Promise<string[]> {
  const closed = await scope.db
    .update(enrollments)
    .set({ closedAt: now, closeReason: reason, nextDueAt: null })
    .where(
      and(eq(enrollments.tenantId, scope.tenantId), eq(enrollments.contactId, contactId), isNull(enrollments.closedAt)),
    )
    .returning({ id: enrollments.id });
  const ids = closed.map((row) => row.id);
  await tellEnrollmentsStopped(scope, ids, now);
  return ids;
}

/** Notes when the next step is due, for the cart's clock and for the sweep. */
export async function setNextDue(scope: Scope, id: string, dueAt: Date): Promise<void> {
  await scope.db
    .update(enrollments)
    .set({ nextDueAt: dueAt })
    .where(and(eq(enrollments.tenantId, scope.tenantId), eq(enrollments.id, id), isNull(enrollments.closedAt)));
}

/** One enrollment, or null when this tenant has none of that id. */
export async function getEnrollment(scope: Scope, id: string): Promise<Enrollment | null> {
  const [row] = await scope.db
    .select()
    .from(enrollments)
    .where(and(eq(enrollments.tenantId, scope.tenantId), eq(enrollments.id, id)));
  return row ?? null;
}
