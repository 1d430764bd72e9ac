import { and, eq, sql } from "drizzle-orm";
import type { WebhookOutcome } from "#domain/shop-event.ts";
import { webhookEvents } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";

export type WebhookEvent = typeof webhookEvents.$inferSelect;

/** One stored request that still waits for its outcome, locked for this transaction; null when it has one. */
export async function lockPendingWebhook(scope: Scope, id: string): Promise<WebhookEvent | null> {
  const [row] = await scope.db
    .select()
    .from(webhookEvents)
    .where(
      and(eq(webhookEvents.tenantId, scope.tenantId), eq(webhookEvents.id, id), eq(webhookEvents.outcome, "pending")),
    )
    .for("update");
  return row ?? null;
}

/** Says what became of a stored request. */
export async function settleWebhook(
  scope: Scope,
  id: string,
  settled: { outcome: WebhookOutcome; reason: string | null; detail: string | null; subjectId: string | null },
  now: Date,
): Promise<void> {
  await scope.db
    .update(webhookEvents)
    .set({ ...settled, processedAt: now, attempts: sql`${webhookEvents.attempts} + 1` })
    .where(and(eq(webhookEvents.tenantId, scope.tenantId), eq(webhookEvents.id, id)));
}

const mostTries = 5;

/** Counts a try that broke; after five the request is a `failed` one, to be looked at and replayed by a person. */
export async function recordFault(scope: Scope, id: string, now: Date): Promise<void> {
  await scope.db
    .update(webhookEvents)
    .set({
      attempts: sql`${webhookEvents.attempts} + 1`,
      outcome: sql`case when ${webhookEvents.attempts} + 1 >= ${mostTries} then 'failed' else ${webhookEvents.outcome} end`,
      reason: "fault",
      processedAt: now,
    })
    .where(
      and(eq(webhookEvents.tenantId, scope.tenantId), eq(webhookEvents.id, id), eq(webhookEvents.outcome, "pending")),
    );
}
