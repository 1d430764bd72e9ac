import { and, arrayContains, eq, isNull, sql } from "drizzle-orm";
import { type EventBody, type EventType, eventShapes, type ToldType } from "#domain/outgoing-event.ts";
import { newId } from "./ids.ts";
import { iso } from "./instants.ts";
import { webhookEndpoints } from "./schema/webhooks-out.ts";
import type { Scope } from "./scope.ts";

/** A fact to tell: `factId` names it among its type, so that it is told once however often it is recorded. */
export type Told<T extends EventType> = { factId: string; at: Date; data: EventBody<T> };

/** An endpoint that wants to hear, and whether it is paused. */
export type Listener = { tenantId: string; id: string; paused: boolean };

/**
 * Records one event for whoever wants to hear of it, in the transaction that stores the fact; nothing where nobody does.
 */
export function recordEvent<T extends EventType>(
  scope: Scope,
  { type, ...told }: { type: T } & Told<T>,
  now: Date,
): Promise<void> {
  return recordEvents(scope, type, () => [told], now);
}

/** The same for many facts of a type. `tell` is asked only where somebody listens: else one look-up is all it costs. */
export async function recordEvents<T extends EventType>(
  scope: Scope,
  type: T,
  tell: () => Promise<Told<T>[]> | Told<T>[],
  now: Date,
): Promise<void> {
  const listeners = await listenersOf(scope, type);
  if (listeners.length === 0) return;
  const told = (await tell()).map(({ data, ...fact }) => ({ ...fact, data: eventShapes[type].parse(data) }));
  await storeOutgoing(scope, { type, told, listeners }, now);
}

async function listenersOf({ db, tenantId }: Scope, type: EventType): Promise<Listener[]> {
  const { id, pausedAt, removedAt, events } = webhookEndpoints;
  const rows = await db
    .select({ id, pausedAt })
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.tenantId, tenantId), isNull(removedAt), arrayContains(events, [type])));
  return rows.map((row) => ({ tenantId, id: row.id, paused: row.pausedAt !== null }));
}

/** Stores what was told for these endpoints; returns nothing, as what was told before stays as it is. */
export async function storeOutgoing(
  scope: Scope,
  given: { type: ToldType; told: { factId: string; at: Date; data: object }[]; listeners: Listener[] },
  now: Date,
): Promise<void> {
  if (given.told.length === 0) return;
  const { type, listeners } = given;
  const facts = given.told.map((fact) => ({ tenantId: scope.tenantId, type, ...fact }));
  await scope.db.execute(outgoingRows(sql, rowsFor(facts, listeners, now)));
}

type Fact = { tenantId: string; type: ToldType; factId: string; at: Date; data: object };
type Rows = { events: string; deliveries: string; now: string };

/** Events and their deliveries as JSON for `outgoingRows`: one delivery for each endpoint of the event's tenant. */
export function rowsFor(facts: Fact[], listeners: Listener[], now: Date): Rows {
  const byTenant = Map.groupBy(listeners, (one) => one.tenantId);
  const events = facts.map(({ tenantId, type, factId, at, data }) => ({
    ...{ tenant_id: tenantId, id: newId("outgoingEvent", now), type, fact_id: factId, data, at: iso(at) },
  }));
  const deliveries = events.flatMap((event) =>
    (byTenant.get(event.tenant_id) ?? []).map((listener) => ({
      ...{ id: newId("webhookDelivery", now), event_id: event.id, endpoint_id: listener.id },
      state: listener.paused ? "held" : "waiting",
    })),
  );
  return { events: JSON.stringify(events), deliveries: JSON.stringify(deliveries), now: iso(now) };
}

/** The statement that stores both, for Drizzle's `sql` and for a connection's alike. */
export function outgoingRows<Statement>(
  tag: (strings: TemplateStringsArray, ...values: string[]) => Statement,
  { events, deliveries, now }: Rows,
): Statement {
  return tag`
    with recorded as (
      insert into outgoing_events (tenant_id, id, type, fact_id, data, at)
      select tenant_id, id, type, fact_id, data, at from jsonb_to_recordset(${events}::text::jsonb)
        as e(tenant_id text, id text, type text, fact_id text, data jsonb, at timestamptz)
      on conflict (tenant_id, type, fact_id) do nothing
      returning tenant_id, id, seq)
    insert into webhook_deliveries (tenant_id, id, endpoint_id, event_id, event_seq, state, due_at, recorded_at)
    select r.tenant_id, d.id, d.endpoint_id, r.id, r.seq, d.state, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${deliveries}::text::jsonb) as d(id text, event_id text, endpoint_id text, state text)
    join recorded r on r.id = d.event_id`;
}
