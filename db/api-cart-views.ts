import { sql } from "drizzle-orm";
import { type CartState, type CartTotals, cartState } from "#domain/cart.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { cartStateSql } from "./cart-views.ts";
import { iso, isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

export type FoundCart = {
  id: string;
  externalId: string;
  state: CartState;
  total: number;
  currency: string;
  totals: CartTotals;
  abandonedAt: string | null;
  lastActivityAt: string;
  sent: number;
};

type Row = {
  id: string;
  at: string;
  external_id: string;
  contact_id: string | null;
  line_count: number;
  total: string;
  totals: CartTotals;
  currency: string;
  abandoned_at: string | null;
  ordered_at: string | null;
  deleted_at: string | null;
  merged: boolean;
  recovered: boolean;
  sent: number;
};

type Which = {
  shopId?: string;
  externalId?: string;
  contact?: string;
  state?: CartState;
  cursor?: string;
  limit?: number;
};

/** Carts, newest activity first: of a shop's own id, of a contact's address, or in a state. */
export async function findCarts(scope: Scope, which: Which): Promise<{ data: FoundCart[]; next: string | null }> {
  const limit = which.limit ?? 50;
  const after = readPosition(which.cursor);
  const rows = await scope.db.execute<Row>(sql`
    select c.id, c.last_activity_at::text as at, c.external_id, c.contact_id, jsonb_array_length(c.lines) as line_count,
      c.total, c.totals, c.currency, c.abandoned_at, c.ordered_at, c.deleted_at, c.merged_into is not null as merged,
      exists (select from conversions v where v.tenant_id = c.tenant_id and v.order_id = c.order_id
        and v.enrollment_id is not null) as recovered,
      (select count(*)::int from messages m where m.tenant_id = c.tenant_id and m.cart_id = c.id and m.status = 'sent') as sent
    from carts as c
    where c.tenant_id = ${scope.tenantId} and c.stands_for = 'basket' and ${sql.join(filters(scope, which), sql` and `)}
      and ${after ? sql`(c.last_activity_at, c.id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by c.last_activity_at desc, c.id desc limit ${limit + 1}`);
  const { kept, next } = pageOf([...rows], limit);
  return { data: kept.map(foundCart), next };
}

function filters({ tenantId }: Scope, { shopId, externalId, contact, state }: Which) {
  const address = contact === undefined ? null : (normalizeAddress(contact) ?? contact);
  return [
    state === undefined ? sql`true` : sql`c.id in (select carts.id from carts where ${cartStateSql} = ${state})`,
    shopId === undefined ? sql`true` : sql`c.shop_id = ${shopId}`,
    externalId === undefined ? sql`true` : sql`c.external_id = ${externalId}`,
    address === null
      ? sql`true`
      : sql`c.contact_id = (select id from contacts where tenant_id = ${tenantId} and address = ${address})`,
  ];
}

function foundCart(row: Row): FoundCart {
  const instant = (text: string | null) => (text ? new Date(text) : null);
  const state = cartState({
    lineCount: row.line_count,
    contactId: row.contact_id,
    lastActivityAt: new Date(row.at),
    abandonedAt: instant(row.abandoned_at),
    orderedAt: instant(row.ordered_at),
    deletedAt: instant(row.deleted_at),
    recovered: row.recovered,
    merged: row.merged,
  });
  const { id, external_id: externalId, currency, totals, sent } = row;
  const [abandonedAt, lastActivityAt] = [isoOrNull(row.abandoned_at), iso(row.at)];
  return { id, externalId, state, total: Number(row.total), currency, totals, abandonedAt, lastActivityAt, sent };
}

/** The cart that a shop knows by its own id, or null. */
export async function findCart(scope: Scope, which: { shopId: string; externalId: string }): Promise<FoundCart | null> {
  const { data } = await findCarts(scope, { ...which, limit: 1 });
  return data[0] ?? null;
}
