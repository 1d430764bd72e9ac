import { and, desc, eq, lt, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type ToldType, testType } from "#domain/outgoing-event.ts";
import type { Page } from "#domain/rows.ts";
import type { DeliveryState } from "#domain/webhook-delivery.ts";
import type { DeliveryEntry, DeliveryRow } from "#domain/webhooks-out.ts";
import { newId } from "./ids.ts";
import { iso, isoOrNull } from "./instants.ts";
import { storeOutgoing } from "./outgoing-events.ts";
import { outgoingEvents, webhookAttempts, webhookDeliveries } from "./schema/webhooks-out.ts";
import type { Scope } from "./scope.ts";
import { getEndpoint } from "./webhook-endpoints.ts";

/** Longer than any pass over an endpoint takes: whoever claimed and died is not waited for beyond. */
const claimMinutes = 10;

export type Claimed = {
  id: string;
  eventId: string;
  type: ToldType;
  data: Record<string, unknown>;
  at: Date;
  tries: number;
  attempts: number;
};

/**
 * Claims what is due at an endpoint, in the order in which it happened. A claim that nothing came of is due again after
 * a while: an event may go twice, under one id, but never not at all.
 */
export async function claimDeliveries(scope: Scope, endpointId: string, most: number, now: Date): Promise<Claimed[]> {
  const { tenantId, db } = scope;
  const rows = await db.execute<Omit<Claimed, "at"> & { at: string }>(sql`
    with due as (
      select tenant_id, id from webhook_deliveries
      where tenant_id = ${tenantId} and endpoint_id = ${endpointId} and state = 'waiting' and due_at <= ${iso(now)}
      order by event_seq limit ${most} for update skip locked),
    claimed as (
      update webhook_deliveries d set tries = d.tries + 1, attempts = d.attempts + 1, tried_at = ${iso(now)}::timestamptz,
        due_at = ${iso(now)}::timestamptz + make_interval(mins => ${claimMinutes})
      from due where d.tenant_id = due.tenant_id and d.id = due.id
      returning d.tenant_id, d.id, d.event_id, d.event_seq, d.tries, d.attempts)
    select c.id, c.event_id as "eventId", e.type, e.data, e.at, c.tries, c.attempts
    from claimed c join outgoing_events e on e.tenant_id = c.tenant_id and e.id = c.event_id
    order by c.event_seq`);
  return [...rows].map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Gives back what was claimed and not tried. */
export async function unclaimDelivery(scope: Scope, id: string, dueAt: Date): Promise<void> {
  const { tries, attempts } = webhookDeliveries;
  await scope.db
    .update(webhookDeliveries)
    .set({ tries: sql`${tries} - 1`, attempts: sql`${attempts} - 1`, dueAt })
    .where(and(theOne(scope, id), eq(webhookDeliveries.state, "waiting")));
}

const theOne = (scope: Scope, id: string) =>
  and(eq(webhookDeliveries.tenantId, scope.tenantId), eq(webhookDeliveries.id, id));

export type Attempt = { number: number; outcome: string; status: number | null; answer: string; tookMs: number };

/** Keeps what came of a try, and when the next is. A delivery that was replayed or paused meanwhile goes by that. */
export async function recordAttempt(
  scope: Scope,
  id: string,
  { attempt, next }: { attempt: Attempt; next: { state: DeliveryState; dueAt?: Date } },
  now: Date,
): Promise<void> {
  const { tenantId, db } = scope;
  await db
    .insert(webhookAttempts)
    .values({ tenantId, deliveryId: id, ...attempt, at: now })
    .onConflictDoNothing();
  const settled = next.state === "delivered" ? undefined : eq(webhookDeliveries.state, "waiting");
  await db
    .update(webhookDeliveries)
    .set({ ...next, outcome: attempt.outcome })
    .where(and(theOne(scope, id), settled));
}

/** When something is due at an endpoint next, or null. */
export async function nextDueAt(scope: Scope, endpointId: string): Promise<Date | null> {
  const [row] = await scope.db
    .select({ dueAt: webhookDeliveries.dueAt })
    .from(webhookDeliveries)
    .where(
      and(
        ...[eq(webhookDeliveries.tenantId, scope.tenantId), eq(webhookDeliveries.endpointId, endpointId)],
        eq(webhookDeliveries.state, "waiting"),
      ),
    )
    .orderBy(webhookDeliveries.dueAt)
    .limit(1);
  return row?.dueAt ?? null;
}

const columns = {
  ...{ id: webhookDeliveries.id, endpointId: webhookDeliveries.endpointId, eventId: webhookDeliveries.eventId },
  ...{ seq: webhookDeliveries.eventSeq, type: outgoingEvents.type, at: outgoingEvents.at },
  ...{ state: webhookDeliveries.state, attempts: webhookDeliveries.attempts, outcome: webhookDeliveries.outcome },
  ...{ triedAt: webhookDeliveries.triedAt, dueAt: webhookDeliveries.dueAt },
};

const theEvent = and(
  eq(outgoingEvents.tenantId, webhookDeliveries.tenantId),
  eq(outgoingEvents.id, webhookDeliveries.eventId),
);

export type DeliveryFilter = { endpointId: string; state?: DeliveryState; after?: string; limit?: number };

/** What was told to an endpoint, the newest first; `after` is the `next` of the page before. */
export async function listDeliveries(scope: Scope, filter: DeliveryFilter): Promise<Page<DeliveryRow>> {
  const limit = filter.limit ?? 50;
  const found = await scope.db
    .select(columns)
    .from(webhookDeliveries)
    .innerJoin(outgoingEvents, theEvent)
    .where(
      and(
        ...[eq(webhookDeliveries.tenantId, scope.tenantId), eq(webhookDeliveries.endpointId, filter.endpointId)],
        filter.state ? eq(webhookDeliveries.state, filter.state) : undefined,
        filter.after ? lt(webhookDeliveries.eventSeq, placeIn(filter.after)) : undefined,
      ),
    )
    .orderBy(desc(webhookDeliveries.eventSeq))
    .limit(limit + 1);
  const kept = found.slice(0, limit);
  const last = found.length > limit ? kept.at(-1) : undefined;
  return { rows: kept.map(rowOf), next: last ? String(last.seq) : null };
}

function placeIn(after: string): number {
  const seq = Number(after);
  if (!Number.isSafeInteger(seq)) throw new AppError("invalid", "This page does not exist", "cursor");
  return seq;
}

type Found = Omit<DeliveryRow, "at" | "triedAt" | "dueAt"> & {
  seq: number;
  at: Date;
  triedAt: Date | null;
  dueAt: Date;
};

function rowOf({ seq: _, at, triedAt, dueAt, ...row }: Found): DeliveryRow {
  const waits = row.state === "waiting";
  return { ...row, at: iso(at), triedAt: isoOrNull(triedAt), dueAt: waits ? iso(dueAt) : null };
}

/** One delivery with what is posted and each try; `not_found` for another tenant's. */
export async function readDelivery(scope: Scope, id: string): Promise<DeliveryEntry> {
  const [found] = await scope.db
    .select({ ...columns, data: outgoingEvents.data })
    .from(webhookDeliveries)
    .innerJoin(outgoingEvents, theEvent)
    .where(theOne(scope, id));
  if (!found) throw new AppError("not_found", "There is no such delivery");
  const { number, outcome, status, answer, tookMs, at } = webhookAttempts;
  const tries = await scope.db
    .select({ number, outcome, status, answer, tookMs, at })
    .from(webhookAttempts)
    .where(and(eq(webhookAttempts.tenantId, scope.tenantId), eq(webhookAttempts.deliveryId, id)))
    .orderBy(desc(webhookAttempts.number))
    .limit(100);
  const { data, ...row } = found;
  return { ...rowOf(row), data, tries: tries.map((one) => ({ ...one, at: iso(one.at) })) };
}

/** Lets an event go once more to an endpoint, whatever came of it; a day of tries begins anew. Paused ones hold it. */
export async function replayDelivery(scope: Scope, id: string, now: Date): Promise<DeliveryEntry> {
  const { endpointId } = await readDelivery(scope, id);
  const { pausedAt } = await getEndpoint(scope, endpointId);
  await scope.db
    .update(webhookDeliveries)
    .set({ state: pausedAt ? "held" : "waiting", tries: 0, dueAt: now })
    .where(theOne(scope, id));
  return readDelivery(scope, id);
}

/** The delivery of an event to an endpoint; `not_found` where it was not told of it. */
export async function deliveryOf(scope: Scope, at: { endpointId: string; eventId: string }): Promise<string> {
  const [row] = await scope.db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(
      and(
        ...[eq(webhookDeliveries.tenantId, scope.tenantId), eq(webhookDeliveries.endpointId, at.endpointId)],
        eq(webhookDeliveries.eventId, at.eventId),
      ),
    );
  if (!row) throw new AppError("not_found", "This endpoint was not told of such an event");
  return row.id;
}

/** Lets everything go once more that failed for good since an instant, in its order. Returns how many. */
export async function replayFailedDeliveries(
  scope: Scope,
  endpointId: string,
  since: Date | null,
  now: Date,
): Promise<number> {
  const { pausedAt } = await getEndpoint(scope, endpointId);
  const rows = await scope.db.execute(sql`
    update webhook_deliveries d set state = ${pausedAt ? "held" : "waiting"}, tries = 0, due_at = ${iso(now)}::timestamptz
    from outgoing_events e
    where d.tenant_id = ${scope.tenantId} and d.endpoint_id = ${endpointId} and d.state = 'failed'
      and e.tenant_id = d.tenant_id and e.id = d.event_id and e.type <> ${testType}
      ${since ? sql`and e.at >= ${iso(since)}::timestamptz` : sql``}
    returning d.id`);
  return rows.length;
}

/** Records a test for one endpoint alone, and claims it: were it not to be ended, it would go again like any other. */
export async function recordTest(scope: Scope, endpointId: string, now: Date): Promise<Claimed> {
  await getEndpoint(scope, endpointId);
  const factId = newId("outgoingEvent", now);
  const listeners = [{ tenantId: scope.tenantId, id: endpointId, paused: true }];
  const data = { endpointId };
  await storeOutgoing(scope, { type: testType, told: [{ factId, at: now, data }], listeners }, now);
  const [row] = await scope.db
    .update(webhookDeliveries)
    .set({ state: "waiting", tries: 1, attempts: 1, triedAt: now })
    .from(outgoingEvents)
    .where(
      and(
        ...[theEvent, eq(webhookDeliveries.tenantId, scope.tenantId), eq(webhookDeliveries.endpointId, endpointId)],
        ...[eq(outgoingEvents.type, testType), eq(outgoingEvents.factId, factId)],
      ),
    )
    .returning({ id: webhookDeliveries.id, eventId: webhookDeliveries.eventId });
  if (!row) throw new Error("a test was not recorded");
  return { ...row, type: testType, data, at: now, tries: 1, attempts: 1 };
}
