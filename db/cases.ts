import { sql } from "drizzle-orm";
import { type OwnContact, type RecoveryCase, settleCase } from "#domain/recovery-case.ts";
import type { Scope } from "./scope.ts";
import { type Change, storeSettled } from "./settled-cases.ts";

/** More carts and orders under one name than this are no person's, but a till's placeholder. */
const perKey = 300;
const perCase = 1_000;

const locked = new WeakSet<Scope["db"]>();

/**
 * Lets one transaction at a time speak of a tenant's carts, orders and contacts: what one settles the next must see, and
 * no two may wait for each other. Finer locks would have to be taken in one order by cases that only turn out to be one
 * while they are written; tenants run side by side, and a transaction may take many events. Before an event's first write.
 * What follows is planned for a tenant like the others: of one that has just come Postgres believes that it has no rows,
 * and reads all of its names again for each.
 */
export async function lockCases(scope: Scope): Promise<void> {
  if (locked.has(scope.db)) return;
  await scope.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${scope.tenantId}, 0)),
    set_config('plan_cache_mode', 'force_generic_plan', true)`);
  locked.add(scope.db);
}

/** Adds names to a cart, order or contact; a name known already changes nothing. */
export function addKeys(scope: Scope, subjectId: string, keys: string[]): Promise<void> {
  return addAllKeys(scope, [{ subjectId, keys }]);
}

/** The same for many carts, orders and contacts at once. */
export async function addAllKeys(scope: Scope, subjects: { subjectId: string; keys: string[] }[]): Promise<void> {
  const { db, tenantId } = scope;
  const rows = subjects.flatMap(({ subjectId, keys }) => keys.map((key) => ({ key, subject_id: subjectId })));
  if (rows.length === 0) return;
  await db.execute(sql`insert into case_keys (tenant_id, key, subject_id)
    select ${tenantId}, key, subject_id from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(key text, subject_id text)
    on conflict do nothing`);
}

/**
 * Derives anew what follows from all that is known around some names, and stores what differs. Returns the enrollments
 * that this closed, to cancel their runs.
 */
export async function settle(scope: Scope, keys: string[], now: Date): Promise<string[]> {
  return keys.length > 0 ? settleReached(scope, await reach(scope, keys), now) : [];
}

/** The same around the names of many words at once; cases that are too large to be looked at together are so one by one. */
export async function settleAll(scope: Scope, keysOfEach: string[][], now: Date): Promise<string[]> {
  const keys = [...new Set(keysOfEach.flat())];
  if (keys.length === 0) return [];
  const rows = await reach(scope, keys);
  if (rows.length < perCase || keysOfEach.length === 1) return settleReached(scope, rows, now);
  const closed: string[] = [];
  for (const each of keysOfEach) closed.push(...(await settle(scope, each, now)));
  return closed;
}

async function settleReached(scope: Scope, rows: Reached[], now: Date): Promise<string[]> {
  const { carts, orders } = settleCase(caseOf(rows));
  const before = new Map(rows.map((row) => [row.id, row]));
  const changes = carts.flatMap((after): Change[] => {
    const was = before.get(after.id);
    return was && differs(was, after)
      ? [{ ...after, wasOrdered: was.ordered_ms !== null, wasMerged: !!was.merged_into }]
      : [];
  });
  const moved = orders.filter((order) => order.contactId !== before.get(order.id)?.contact_id);
  return storeSettled(scope, { carts: changes, orders: moved }, now);
}

type Reached = {
  id: string;
  keys: string[];
  kind: "cart" | "order" | "contact";
  name: string;
  contact_id: string | null;
  own_id: string | null;
  own_stamp: string | null;
  created_ms: number;
  updated_ms: number;
  activity_ms: number;
  completed_ms: number | null;
  deletion_ms: number | null;
  order_id: string | null;
  ordered_ms: number | null;
  deleted_ms: number | null;
  merged_into: string | null;
  claimed: boolean;
  order_ids: string[];
};

/** Everything that shares a name with what is asked for, directly or through others, with the newest of each name. */
async function reach({ db, tenantId }: Scope, keys: string[]): Promise<Reached[]> {
  const named = (key: ReturnType<typeof sql>) => sql`lateral (
    select subject_id from case_keys where tenant_id = ${tenantId} and key = ${key}
    order by left(subject_id, 4), subject_id desc limit ${perKey})`;
  const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);
  const rows = await db.execute<Reached>(sql`
    with recursive reached(key) as (
      select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb)
      union
      select k.key from reached cross join ${named(sql`reached.key`)} s
        join case_keys k on k.tenant_id = ${tenantId} and k.subject_id = s.subject_id
    )
    select r.id, array(select key from case_keys where tenant_id = ${tenantId} and subject_id = r.id) as keys,
      case when c.id is not null then 'cart' when o.id is not null then 'order' else 'contact' end as kind,
      coalesce(c.shop_id || ' ' || c.external_id, o.shop_id || ' ' || o.external_id, '') as name,
      coalesce(c.contact_id, o.contact_id) as contact_id,
      coalesce(i.contact_id, c.said_contact_id, o.said_contact_id) as own_id,
      case when i.contact_id is not null then i.stamp else coalesce(c.stamps ->> 'contact', o.stamps ->> 'contact', '') end as own_stamp,
      ${ms("c.source_created_at")} as created_ms, ${ms("c.source_updated_at")} as updated_ms,
      ${ms("c.last_activity_at")} as activity_ms, ${ms("c.completed_at")} as completed_ms,
      (select ${ms("max(d.deleted_at)")} from cart_deletions d join case_keys k on k.tenant_id = ${tenantId}
        and k.subject_id = c.id and k.key = d.key where d.tenant_id = ${tenantId}) as deletion_ms,
      c.order_id, ${ms("coalesce(c.ordered_at, o.ordered_at)")} as ordered_ms, ${ms("c.deleted_at")} as deleted_ms,
      c.merged_into, coalesce(c.claimed, false) as claimed, array(select order_id from order_carts where tenant_id = ${tenantId} and cart_id = c.id order by 1) as order_ids
    from (select distinct s.subject_id as id from reached cross join ${named(sql`reached.key`)} s limit ${perCase}) r
    left join carts c on c.tenant_id = ${tenantId} and c.id = r.id
    left join orders o on o.tenant_id = ${tenantId} and o.id = r.id
    left join contact_identities i on i.tenant_id = ${tenantId} and i.shop_id = coalesce(c.shop_id, o.shop_id)
      and i.external_id = coalesce(c.customer_external_id, o.customer_external_id)`);
  return [...rows];
}

function caseOf(rows: Reached[]): RecoveryCase {
  const dateOf = (ms: number | null) => (ms === null ? null : new Date(Math.round(ms)));
  const own = (row: Reached): OwnContact | null =>
    row.own_id === null ? null : { contactId: row.own_id, stamp: row.own_stamp ?? "" };
  const of = (kind: Reached["kind"]) => rows.filter((row) => row.kind === kind);
  return {
    carts: of("cart").map((row) => ({
      ...{ id: row.id, name: row.name, keys: row.keys, own: own(row) },
      sourceCreatedAt: new Date(Math.round(row.created_ms)),
      sourceUpdatedAt: new Date(Math.round(row.updated_ms)),
      lastActivityAt: new Date(Math.round(row.activity_ms)),
      completedAt: dateOf(row.completed_ms),
      deletionAt: dateOf(row.deletion_ms),
      claimed: row.claimed,
    })),
    orders: of("order").map((row) => ({
      ...{ id: row.id, name: row.name, keys: row.keys, own: own(row) },
      orderedAt: new Date(Math.round(row.ordered_ms ?? 0)),
    })),
    people: of("contact").map(({ id, keys }) => ({ id, keys })),
  };
}

function differs(was: Reached, after: Omit<Change, "wasOrdered" | "wasMerged">): boolean {
  const same = (ms: number | null, at: Date | null) =>
    (ms === null ? null : Math.round(ms)) === (at?.getTime() ?? null);
  return (
    was.contact_id !== after.contactId ||
    was.order_id !== after.orderId ||
    was.merged_into !== after.mergedInto ||
    !same(was.ordered_ms, after.orderedAt) ||
    !same(was.deleted_ms, after.deletedAt) ||
    was.order_ids.toSorted().join() !== after.orderIds.join()
  );
}
