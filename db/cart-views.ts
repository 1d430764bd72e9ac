import { type SQL, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { CartLine, CartStandsFor, CartState, CartTotals } from "#domain/cart.ts";
import type { CloseReason } from "#domain/enrollment.ts";
import type { CartRow, Page } from "#domain/rows.ts";
import { shopperZone, type ZoneSource } from "#domain/timing/shopper-zone.ts";
import { iso, isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";
import { searchContacts } from "./search-words.ts";

/** Keep in step with `cartState` of domain: lists filter by it, so it is computed where the rows are. */
export const cartStateSql = sql`case
  when carts.ordered_at is not null then case when exists (
    select from conversions where conversions.order_id = carts.order_id and conversions.model = 'last_click'
      and conversions.enrollment_id is not null
  ) then 'recovered' else 'ordered' end
  when carts.deleted_at is not null then 'deleted'
  when carts.merged_into is not null then 'merged'
  when jsonb_array_length(carts.lines) = 0 then 'emptied'
  when carts.abandoned_at is not null then 'abandoned'
  else 'active' end`;

type Found = {
  id: string;
  at: string;
  state: CartState;
  contact_id: string | null;
  name: string | null;
  address: string | null;
  shop: string;
  first_line: string | null;
  image_url: string | null;
  line_count: number;
  total: number;
  currency: string;
  sent: number;
  next_due_at: string | null;
  closed_at: string | null;
  close_reason: CloseReason | null;
  arm_kind: string | null;
  held: boolean;
  merged_into: string | null;
};

export type CartFilter = { state?: CartState; search?: string; after?: string; limit?: number };

/** Carts, newest activity first, with where each stands in its sequence. */
export async function listCarts(scope: Scope, filter: CartFilter): Promise<Page<CartRow>> {
  const limit = filter.limit ?? 50;
  const after = readPosition(filter.after);
  const found = await scope.db.execute<Found>(sql`
    with page as (
      select carts.*, ${cartStateSql} as state, contacts.address, concat_ws(' ', contacts.first_name, contacts.last_name) as name
      from carts left join contacts on contacts.id = carts.contact_id
      where carts.stands_for = 'basket'
        and ${after ? sql`(carts.last_activity_at, carts.id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}
        and ${filter.state ? sql`${cartStateSql} = ${filter.state} and ${impliedBy[filter.state] ?? sql`true`}` : sql`true`}
        and ${await searched(scope, filter.search)}
      order by carts.last_activity_at desc, carts.id desc limit ${limit + 1}
    )
    select page.id, page.last_activity_at::text as at, page.state, page.contact_id, nullif(page.name, '') as name,
      page.address, shops.name as shop, page.lines -> 0 ->> 'title' as first_line, page.lines -> 0 ->> 'imageUrl' as image_url,
      jsonb_array_length(page.lines) as line_count, page.total::float8 as total, page.currency, page.merged_into,
      (select count(*)::int from messages where messages.enrollment_id = newest.id and messages.status = 'sent') as sent,
      newest.next_due_at, newest.closed_at, newest.close_reason, newest.arm_kind,
      exists (select from decisions join drafts on drafts.decision_id = decisions.id
        where decisions.enrollment_id = newest.id and drafts.chosen and drafts.held_reason is not null
          and newest.closed_at is null and not exists (select from reviews where reviews.draft_id = drafts.id)) as held
    from page join shops on shops.id = page.shop_id
    left join lateral (
      -- Of several sequences the one that speaks to them: that which is open, else not the one that gave way.
      select * from enrollments where enrollments.cart_id = page.id
      order by closed_at is null desc, close_reason is not distinct from 'superseded', enrollments.id desc limit 1
    ) newest on true
    order by page.last_activity_at desc, page.id desc`);
  const { kept, next } = pageOf([...found], limit);
  return { rows: kept.map(cartRow), next };
}

/** What a rare state says of single columns, so that the index of those carts is read and not years of others. */
const impliedBy: Partial<Record<CartState, SQL>> = {
  active: sql`carts.abandoned_at is null and carts.ordered_at is null and carts.deleted_at is null and carts.merged_into is null`,
  deleted: sql`carts.deleted_at is not null`,
  merged: sql`carts.merged_into is not null`,
  emptied: sql`jsonb_array_length(carts.lines) = 0`,
};

/** By a cart's own name, where it is one, else by its person. */
async function searched(scope: Scope, search: string | undefined): Promise<SQL> {
  const text = search?.trim();
  if (!text) return sql`true`;
  const carts = await scope.db.execute<{ id: string }>(sql`
    select id from carts where tenant_id = ${scope.tenantId} and id = ${text}
    union select id from carts where tenant_id = ${scope.tenantId} and external_id = ${text}
      and shop_id in (select id from shops where tenant_id = ${scope.tenantId})`);
  const ids = [...carts].map((row) => row.id);
  if (ids.length > 0) return sql`carts.id = any(${`{${ids.join(",")}}`}::text[])`;
  return (await searchContacts(scope, text)).of(sql`carts.contact_id`);
}

function cartRow(found: Found): CartRow {
  const { contact_id: contactId, address } = found;
  return {
    id: found.id,
    state: found.state,
    contact: contactId && address ? { id: contactId, name: found.name, address } : null,
    shop: found.shop,
    firstLine: found.first_line,
    imageUrl: found.image_url,
    lineCount: found.line_count,
    total: found.total,
    currency: found.currency,
    lastActivityAt: iso(found.at),
    sent: found.sent,
    nextDueAt: found.closed_at === null ? isoOrNull(found.next_due_at) : null,
    heldForReview: found.held,
    closeReason: found.close_reason,
    holdout: found.arm_kind === "holdout",
    mergedInto: found.merged_into,
  };
}

export type CartHead = {
  id: string;
  state: CartState;
  standsFor: CartStandsFor;
  externalId: string;
  phase: string;
  shop: { id: string; name: string; platform: string };
  contact: {
    id: string;
    name: string | null;
    address: string;
    language: string | null;
    country: string | null;
    timeZone: string | null;
    /** By which clock they live, and how we know. */
    zone: { zone: string; from: ZoneSource };
    orders: number;
    suppressed: string | null;
  } | null;
  lines: CartLine[];
  totals: CartTotals;
  currency: string;
  discountCodes: string[];
  /** The newer cart of the same person into which this one merged. */
  mergedInto: { id: string; externalId: string; shop: string } | null;
  /** The older carts of the same person that merged into this one. */
  mergedFrom: { id: string; externalId: string; shop: string }[];
};

type FoundHead = Omit<CartHead, "contact"> & {
  contact: Omit<NonNullable<CartHead["contact"]>, "zone"> & { address: string | null };
  zone: Parameters<typeof shopperZone>[0];
};

/** One cart with its contact as its page shows them. */
export async function readCart(scope: Scope, cartId: string): Promise<CartHead> {
  const [found] = await scope.db.execute<FoundHead>(sql`
    select carts.id, ${cartStateSql} as state, carts.external_id as "externalId", carts.stands_for as "standsFor", carts.phase, carts.lines, carts.totals,
      carts.currency, carts.discount_codes as "discountCodes",
      (select json_build_object('id', newer.id, 'externalId', newer.external_id, 'shop', shop_of.name)
        from carts newer join shops shop_of on shop_of.id = newer.shop_id where newer.id = carts.merged_into) as "mergedInto",
      (select coalesce(json_agg(json_build_object('id', older.id, 'externalId', older.external_id, 'shop', shop_of.name)
          order by older.last_activity_at desc), '[]')
        from carts older join shops shop_of on shop_of.id = older.shop_id
        where older.contact_id = carts.contact_id and older.merged_into = carts.id) as "mergedFrom",
      json_build_object('address', contacts.time_zone, 'country', contacts.country, 'store', shops.time_zone,
        'tenant', (select time_zone from tenants where tenants.tenant_id = carts.tenant_id)) as zone,
      json_build_object('id', shops.id, 'name', shops.name, 'platform', shops.platform) as shop,
      json_build_object('id', contacts.id, 'address', contacts.address, 'language', contacts.language,
        'name', nullif(concat_ws(' ', contacts.first_name, contacts.last_name), ''), 'country', contacts.country,
        'timeZone', contacts.time_zone,
        'orders', (select count(*) from orders where orders.contact_id = contacts.id and orders.status <> 'cancelled'),
        'suppressed', (select reason from suppressions where suppressions.address = contacts.address limit 1)) as contact
    from carts join shops on shops.id = carts.shop_id left join contacts on contacts.id = carts.contact_id
    where carts.id = ${cartId}`);
  if (!found) throw new AppError("not_found", "There is no such cart");
  const { zone, contact, ...cart } = found;
  return { ...cart, contact: contact?.address ? { ...contact, zone: shopperZone(zone) } : null };
}
