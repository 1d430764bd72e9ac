import type { TransactionSql } from "postgres";
import { type EventType, eventShapes } from "#domain/outgoing-event.ts";
import { keptDays } from "#domain/webhook-delivery.ts";
import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";
import { type Listener, outgoingRows, rowsFor, type Told } from "./outgoing-events.ts";

export type AbandonedRow = {
  tenantId: string;
  id: string;
  shopId: string;
  contactId: string | null;
  total: string;
  currency: string;
  lineCount: number;
  abandonedAt: Date;
};

/** Tells of carts that have just been marked, as of the last of them. */
export function acrossTenantsTellAbandoned(sql: TransactionSql, rows: AbandonedRow[]): Promise<void> {
  const now = new Date(Math.max(0, ...rows.map((row) => row.abandonedAt.getTime())));
  const tell = ({ id: cartId, shopId, contactId, total, currency, lineCount, abandonedAt: at }: AbandonedRow) => {
    const money = { amount: Number(total), currency };
    return { factId: cartId, at, data: { cartId, shopId, contactId, total: money, lineCount, abandonedAt: iso(at) } };
  };
  return acrossTenantsRecordEvents(sql, { type: "cart.abandoned", rows, tell }, now);
}

export type SentRow = {
  tenantId: string;
  id: string;
  enrollmentId: string;
  cartId: string;
  contactId: string;
  position: number;
};

/** Tells of messages that a mailer has just taken. */
export function acrossTenantsTellSent(sql: TransactionSql, rows: SentRow[], now: Date): Promise<void> {
  const tell = ({ id: messageId, contactId, cartId, enrollmentId, position }: SentRow) => {
    const data = { messageId, kind: "recovery" as const, contactId, cartId, enrollmentId, position };
    return { factId: messageId, at: now, data };
  };
  return acrossTenantsRecordEvents(sql, { type: "message.sent", rows, tell }, now);
}

/** Records facts of many tenants within the transaction that stores them, for the endpoints that want to hear of them. */
async function acrossTenantsRecordEvents<T extends EventType, Row extends { tenantId: string }>(
  sql: TransactionSql,
  { type, rows, tell }: { type: T; rows: Row[]; tell: (row: Row) => Told<T> },
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const tenantIds = [...new Set(rows.map((row) => row.tenantId))];
  const listeners = await sql<Listener[]>`
    select tenant_id as "tenantId", id, paused_at is not null as paused from webhook_endpoints
    where tenant_id = any(${tenantIds}) and removed_at is null and events @> array[${type}]`;
  if (listeners.length === 0) return;
  const listening = new Set(listeners.map((one) => one.tenantId));
  const facts = rows
    .filter((row) => listening.has(row.tenantId))
    .map((row) => {
      const { data, ...fact } = tell(row);
      return { tenantId: row.tenantId, type, ...fact, data: eventShapes[type].parse(data) };
    });
  await outgoingRows((strings, ...values) => sql(strings, ...values), rowsFor(facts, listeners, now));
}

export type DueEndpoint = { tenantId: string; endpointId: string };

/** Endpoints for which something is due, of all tenants or of these alone. */
export async function acrossTenantsDueEndpoints(
  now: Date,
  limit: number,
  tenantIds?: string[],
): Promise<DueEndpoint[]> {
  const sql = workerSql();
  return sql<DueEndpoint[]>`
    select e.tenant_id as "tenantId", e.id as "endpointId" from webhook_endpoints e
    where e.paused_at is null and e.removed_at is null and (e.quiet_until is null or e.quiet_until <= ${iso(now)})
      ${tenantIds ? sql`and e.tenant_id = any(${tenantIds})` : sql``}
      and exists (select from webhook_deliveries d where d.tenant_id = e.tenant_id and d.endpoint_id = e.id
        and d.state = 'waiting' and d.due_at <= ${iso(now)})
    order by e.tried_at nulls first limit ${limit}`;
}

/** Forgets events and what became of them after their days, and endpoints that were removed as long ago. Returns how many. */
export async function acrossTenantsForgetEvents(now: Date): Promise<{ events: number; endpoints: number }> {
  const sql = workerSql();
  const before = iso(new Date(now.getTime() - keptDays * 86_400_000));
  await sql`delete from webhook_attempts where at < ${before}`;
  await sql`delete from webhook_deliveries where recorded_at < ${before}`;
  const events = await sql`
    delete from outgoing_events e where at < ${before} and not exists (
      select from webhook_deliveries d where d.tenant_id = e.tenant_id and d.event_id = e.id)`;
  const endpoints = await sql`delete from webhook_endpoints where removed_at < ${before}`;
  return { events: events.count, endpoints: endpoints.count };
}
