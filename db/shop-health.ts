import { and, desc, eq, sql } from "drizzle-orm";
import type { WebhookOutcome } from "#domain/shop-event.ts";
import { rhythmDays } from "#domain/shop-health.ts";
import { iso } from "./instants.ts";
import { reconciliations, signatureFailures } from "./schema/shop-health.ts";
import { webhookEvents } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";

export type Rhythm = { perHour: number[]; lastEventAt: Date | null };

/** How many events of its own a shop sent in each of the last hours of seven days, the last hour first. */
export async function readRhythm(scope: Scope, shopId: string, now: Date): Promise<Rhythm> {
  const at = sql`${iso(now)}::timestamptz`;
  const own = sql`tenant_id = ${scope.tenantId} and source_id = ${shopId} and origin in ('shop', 'browser')`;
  const hours = await scope.db.execute<{ hour: number; count: number }>(sql`
    select greatest(0, floor(extract(epoch from ${at} - received_at) / 3600))::int as hour, count(*)::int as count
    from webhook_events where ${own} and received_at > ${at} - make_interval(days => ${rhythmDays}) group by 1`);
  const [newest] = await scope.db.execute<{ at: string | null }>(
    sql`select max(received_at)::text as at from webhook_events where ${own}`,
  );
  const perHour = Array.from({ length: rhythmDays * 24 }, () => 0);
  for (const { hour, count } of hours) if (hour < perHour.length) perHour[hour] = count;
  return { perHour, lastEventAt: newest?.at ? new Date(newest.at) : null };
}

/** What became of a shop's events in the last seven days. */
export async function countOutcomes(scope: Scope, shopId: string, now: Date): Promise<Record<WebhookOutcome, number>> {
  const counts = { pending: 0, applied: 0, ignored: 0, rejected: 0, failed: 0 };
  const rows = await scope.db.execute<{ outcome: WebhookOutcome; count: number }>(sql`
    select outcome, count(*)::int as count from webhook_events
    where tenant_id = ${scope.tenantId} and source_id = ${shopId} and origin <> 'test'
      and received_at > ${iso(now)}::timestamptz - make_interval(days => ${rhythmDays}) group by 1`);
  for (const { outcome, count } of rows) counts[outcome] = count;
  return counts;
}

/** The newest test event of a shop, or null. */
export async function latestTest(scope: Scope, shopId: string) {
  const { id: webhookEventId, outcome, receivedAt } = webhookEvents;
  const [row] = await scope.db
    .select({ webhookEventId, outcome, receivedAt })
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.tenantId, scope.tenantId),
        eq(webhookEvents.sourceId, shopId),
        eq(webhookEvents.origin, "test"),
      ),
    )
    .orderBy(desc(webhookEvents.receivedAt))
    .limit(1);
  return row ? { ...row, receivedAt: iso(row.receivedAt) } : null;
}

const latestFailures = 20;

/** How often a shop's requests bore no good signature, and the newest causes. */
export async function listSignatureFailures(scope: Scope, shopId: string) {
  const { reason, count, lastAt } = signatureFailures;
  const theirs = and(eq(signatureFailures.tenantId, scope.tenantId), eq(signatureFailures.shopId, shopId));
  const rows = await scope.db
    .select({ reason, count, lastAt })
    .from(signatureFailures)
    .where(theirs)
    .orderBy(desc(lastAt))
    .limit(latestFailures);
  const [all] = await scope.db
    .select({ total: sql<number>`coalesce(sum(${count}), 0)::int` })
    .from(signatureFailures)
    .where(theirs);
  return { total: all?.total ?? 0, latest: rows.map((row) => ({ ...row, lastAt: iso(row.lastAt) })) };
}

export type Reconciliation = typeof reconciliations.$inferSelect;

/** Where the reconciler stands with a shop; null before its first run. */
export async function getReconciliation(scope: Scope, shopId: string): Promise<Reconciliation | null> {
  const [row] = await scope.db
    .select()
    .from(reconciliations)
    .where(and(eq(reconciliations.tenantId, scope.tenantId), eq(reconciliations.shopId, shopId)));
  return row ?? null;
}

/** Notes what a run of the reconciler changed; what is not given stays. `found` adds to the drift. */
export async function saveReconciliation(
  scope: Scope,
  shopId: string,
  { found = 0, ...change }: Partial<Omit<Reconciliation, "tenantId" | "shopId">> & { found?: number },
  now: Date,
): Promise<void> {
  const drift =
    found > 0 ? { drift: sql`${reconciliations.drift} + ${found}`, lastDrift: found, lastDriftAt: now } : {};
  await scope.db
    .insert(reconciliations)
    .values({
      nextRunAt: now,
      ...change,
      ...(found > 0 ? { drift: found, lastDrift: found, lastDriftAt: now } : {}),
      tenantId: scope.tenantId,
      shopId,
    })
    .onConflictDoUpdate({
      target: [reconciliations.tenantId, reconciliations.shopId],
      set: { ...change, ...drift, shopId },
    });
}
