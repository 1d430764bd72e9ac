import { and, eq, sql } from "drizzle-orm";
import type { WebhookOutcome } from "#domain/shop-event.ts";
import { iso } from "./instants.ts";
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

/** Those of many that still wait and that nobody else works on, locked for this transaction. */
export function lockPendingWebhooks(scope: Scope, ids: string[]): Promise<WebhookEvent[]> {
  return scope.db
    .select()
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.tenantId, scope.tenantId),
        sql`${webhookEvents.id} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`,
        eq(webhookEvents.outcome, "pending"),
      ),
    )
    .orderBy(webhookEvents.id)
    .for("update", { skipLocked: true });
}

export type Settled = {
  outcome: WebhookOutcome;
  reason: string | null;
  detail: string | null;
  subjectId: string | null;
};

/** Says what became of many stored requests. */
export async function settleWebhooks(scope: Scope, settled: (Settled & { id: string })[], now: Date): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map(({ subjectId, ...rest }) => ({ ...rest, subject_id: subjectId }));
  await scope.db.execute(sql`
    update webhook_events e set outcome = r.outcome, reason = r.reason, detail = r.detail, subject_id = r.subject_id,
      processed_at = ${iso(now)}::timestamptz, attempts = e.attempts + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(id text, outcome text, reason text, detail text, subject_id text)
    where e.tenant_id = ${scope.tenantId} and e.id = r.id`);
}

/** Says what became of a stored request. */
export async function settleWebhook(scope: Scope, id: string, settled: Settled, now: Date): Promise<void> {
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
