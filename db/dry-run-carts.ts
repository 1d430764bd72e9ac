import { sql } from "drizzle-orm";
import { type ReplayCart, type ReplayContact, type ReplayRefusal, replayRefusals } from "#domain/sequence/dry-run.ts";
import { contactsToReplay, type ReplaySource } from "./dry-run-contacts.ts";
import type { Scope } from "./scope.ts";

export type Period = { from: Date; to: Date };

type Row = Omit<ReplayCart, "products" | "startedAt" | "abandonedAt" | "lastActivityAt" | "deletedAt" | "mergedAt"> & {
  contactId: string;
  started: number;
  abandoned: number;
  active: number;
  deleted: number | null;
  merged: number | null;
  storeZone: string | null;
};

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);
const dateOf = (at: number) => new Date(Math.round(at));

const columns = sql`
  c.id, c.contact_id as "contactId", c.shop_id as "shopId", c.phase, c.currency, c.total::float8, c.totals,
  c.discount_codes as "discountCodes", c.lines, c.customer_external_id as "customerExternalId", c.device, c.claimed,
  ${ms("c.source_created_at")} as started, ${ms("coalesce(c.abandoned_at, c.last_activity_at)")} as abandoned,
  ${ms("c.last_activity_at")} as active, ${ms("c.deleted_at")} as deleted, case when c.merged_into is not null then (
    select ${ms("m.created_at")} from carts m where m.tenant_id = c.tenant_id and m.id = c.merged_into) end as merged,
  s.time_zone as "storeZone"
  from carts c
  left join shops s on s.tenant_id = c.tenant_id and s.id = c.shop_id`;

/**
 * The next people after `cursor` whose carts were abandoned in a period, each with all of those, some `limit` carts in all;
 * and the new cursor, null behind the last.
 */
export async function nextContacts(
  scope: Scope,
  { period, cursor, limit }: { period: Period; cursor: string; limit: number },
  source: ReplaySource,
): Promise<{ contacts: ReplayContact[]; cursor: string | null }> {
  await inOrderOfIndex(scope);
  const rows = [
    ...(await scope.db.execute<Row>(sql`select ${columns}
      where c.tenant_id = ${scope.tenantId} and c.contact_id > ${cursor} and c.stands_for = 'basket'
        and c.abandoned_at >= ${period.from.toISOString()} and c.abandoned_at < ${period.to.toISOString()}
      order by c.contact_id limit ${limit}`)),
  ];
  const last = rows.at(-1)?.contactId;
  // The last person may have more carts than the page had room for: they are the next page's first.
  const whole = rows.length === limit ? rows.filter(({ contactId }) => contactId !== last) : rows;
  const taken = whole.length > 0 ? whole : rows;
  if (taken.length === 0) return { contacts: [], cursor: null };
  const contacts = await contactsToReplay(scope, taken.map(cartOf), source);
  return { contacts, cursor: rows.length === limit ? (taken.at(-1)?.contactId ?? null) : null };
}

/**
 * Of a tenant that was filled just now the planner knows no numbers: it would read and sort all of its carts for each page.
 * Holds for the rest of the transaction.
 */
async function inOrderOfIndex(scope: Scope): Promise<void> {
  await scope.db.execute(sql`select set_config('enable_sort', 'off', true)`);
}

/** One cart with its person, whenever it was last moved; null where there is none or nobody is known. */
export async function contactOfCart(scope: Scope, cartId: string, source: ReplaySource): Promise<ReplayContact | null> {
  const rows = [
    ...(await scope.db.execute<Row>(sql`select ${columns}
      where c.tenant_id = ${scope.tenantId} and c.id = ${cartId} and c.contact_id is not null`)),
  ];
  const [contact] = rows.length > 0 ? await contactsToReplay(scope, rows.map(cartOf), source) : [];
  return contact ?? null;
}

function cartOf({ started, abandoned, active, deleted, merged, ...row }: Row) {
  return {
    ...row,
    ...{ startedAt: dateOf(started), abandonedAt: dateOf(abandoned), lastActivityAt: dateOf(active) },
    ...{ deletedAt: deleted === null ? null : dateOf(deleted), mergedAt: merged === null ? null : dateOf(merged) },
  };
}

export type CartCounts = { abandoned: number; never: { reason: ReplayRefusal; carts: number }[] };

/**
 * How many carts were abandoned in a period by somebody who is known, and how many that were last moved in it never counted
 * as such, by the reason.
 */
export async function countCarts(scope: Scope, { from, to }: Period): Promise<CartCounts> {
  const [first, last] = [from.toISOString(), to.toISOString()];
  const ours = sql`tenant_id = ${scope.tenantId} and stands_for = 'basket'`;
  const [row] = await scope.db.execute<{ carts: number }>(sql`
    select count(*)::int as carts from carts where ${ours} and contact_id is not null
      and abandoned_at >= ${first} and abandoned_at < ${last}`);
  const rows = await scope.db.execute<{ reason: string; carts: number }>(sql`
    select case when ordered_at is not null then 'ordered' when deleted_at is not null then 'deleted'
        when merged_into is not null then 'merged' when jsonb_array_length(lines) = 0 then 'cart_emptied'
        when contact_id is null then 'no_contact' else 'not_due' end as reason, count(*)::int as carts
    from carts where ${ours} and (abandoned_at is null or contact_id is null)
      and last_activity_at >= ${first} and last_activity_at < ${last} group by 1`);
  const never = [...rows].flatMap(({ reason, carts }) => {
    const known = replayRefusals.find((one) => one === reason);
    return known ? [{ reason: known, carts }] : [];
  });
  return { abandoned: row?.carts ?? 0, never };
}
