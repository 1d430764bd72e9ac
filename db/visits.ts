import { and, eq, sql } from "drizzle-orm";
import type { CartLine } from "#domain/cart.ts";
import type { ContactSnapshot } from "#domain/contact.ts";
import type { TriggerRefusal } from "#domain/enrollment.ts";
import type { ViewedProduct } from "#domain/product.ts";
import { saveContact } from "./contacts.ts";
import { newId } from "./ids.ts";
import { iso } from "./instants.ts";
import { productViews, visits } from "./schema/triggers.ts";
import type { Scope } from "./scope.ts";

export type Visit = typeof visits.$inferSelect;

/** A shop's word that somebody looked at a product: a browser by its token, or a person whom the shop knows. */
export type View = {
  shopId: string;
  webhookEventId: string;
  visitor: string | null;
  contact: ContactSnapshot | null;
  product: ViewedProduct;
  at: Date;
};

/**
 * Keeps what was looked at and goes on with its visitor's open visit, or begins one. Told again it changes nothing.
 * Returns the enrollments that a new word on the person closed.
 */
export async function recordView(scope: Scope, view: View, now: Date): Promise<string[]> {
  const { db, tenantId } = scope;
  const { shopId, webhookEventId, product } = view;
  const at = view.at < now ? view.at : now;
  const source = { shopId, sourceUpdatedAt: at, consentSource: `shop ${shopId}` };
  const saved = view.contact ? await saveContact(scope, view.contact, source, now) : null;
  const contactId = saved?.contactId ?? null;
  const visitor = view.visitor ?? contactId;
  if (!visitor) return saved?.closedEnrollmentIds ?? [];
  const [visit] = await db
    .insert(visits)
    .values({ tenantId, id: newId("visit", now), shopId, visitor, contactId, startedAt: at, lastViewAt: at })
    .onConflictDoUpdate({
      target: [visits.tenantId, visits.shopId, visits.visitor],
      targetWhere: sql`settled_at is null`,
      set: {
        startedAt: sql`least(visits.started_at, excluded.started_at)`,
        lastViewAt: sql`greatest(visits.last_view_at, excluded.last_view_at)`,
      },
    })
    .returning({ id: visits.id });
  if (!visit) throw new Error("a visit upsert returned no row");
  const seen = { productExternalId: product.externalId, ...product, externalId: undefined };
  await db
    .insert(productViews)
    .values({ tenantId, webhookEventId, visitId: visit.id, ...seen, at })
    .onConflictDoNothing();
  return saved?.closedEnrollmentIds ?? [];
}

/** An open visit, locked until the transaction ends; null when it was settled. */
export async function lockVisit(scope: Scope, id: string): Promise<Visit | null> {
  const [row] = await scope.db
    .select()
    .from(visits)
    .where(and(eq(visits.tenantId, scope.tenantId), eq(visits.id, id), sql`${visits.settledAt} is null`))
    .for("update");
  return row ?? null;
}

/** Ends a visit, with the reason why it let nobody in. */
export async function settleVisit(scope: Scope, id: string, refusal: TriggerRefusal | null, now: Date): Promise<void> {
  await scope.db
    .update(visits)
    .set({ settledAt: now, refusal })
    .where(and(eq(visits.tenantId, scope.tenantId), eq(visits.id, id)));
}

/** Whom a visit is of, and what came of it: a browser is known by the address that was claimed under its token. */
export async function visitorOf(
  scope: Scope,
  visit: Visit,
): Promise<{ contactId: string | null; carted: boolean; ordered: boolean }> {
  const since = iso(visit.startedAt);
  const [found] = await scope.db.execute<{ contactId: string | null; carted: boolean; ordered: boolean }>(sql`
    with known as (
      select coalesce(${visit.contactId}, (select contact_id from carts where tenant_id = ${scope.tenantId}
        and shop_id = ${visit.shopId} and external_id = ${visit.visitor})) as id)
    select known.id as "contactId",
      exists (select from carts c where c.tenant_id = ${scope.tenantId} and c.stands_for = 'basket'
        and (c.contact_id = known.id or (c.shop_id = ${visit.shopId} and c.external_id = ${visit.visitor}))
        and jsonb_array_length(c.lines) > 0 and c.last_activity_at >= ${since}::timestamptz) as carted,
      exists (select from orders o where o.tenant_id = ${scope.tenantId} and o.contact_id = known.id
        and o.ordered_at >= ${since}::timestamptz) as ordered
    from known`);
  return found ?? { contactId: null, carted: false, ordered: false };
}

/** So many products are remembered of a visit, the last looked at first. */
const mostLooked = 6;

/**
 * What a visit looked at, as the catalogue knows it today, else as the view said; what has no name or price, or is not
 * sold any more, is left out. All lines are of one currency: that of the last product.
 */
export async function lookedAt(scope: Scope, visit: Visit): Promise<{ currency: string; lines: CartLine[] } | null> {
  const rows = await scope.db.execute<Looked>(sql`
    select l.product_external_id as id, coalesce(p.title, l.title) as title, coalesce(p.url, l.url) as url,
      coalesce(p.image_url, l.image_url) as image, coalesce(v.price, l.price)::float8 as price,
      case when v.price is null then l.currency else v.currency end as currency
    from (select distinct on (product_external_id) * from product_views
      where tenant_id = ${scope.tenantId} and visit_id = ${visit.id}
      order by product_external_id, at desc) l
    left join products p on p.tenant_id = ${scope.tenantId} and p.shop_id = ${visit.shopId}
      and p.external_id = l.product_external_id
    left join lateral (select price, currency from variants
      where tenant_id = p.tenant_id and product_id = p.id and price is not null order by price limit 1) v on true
    where p.deleted_at is null
    order by l.at desc, l.product_external_id limit ${mostLooked * 3}`);
  const shown = rows.flatMap(({ title, price, currency, ...row }) =>
    title && price !== null && currency ? [{ ...row, title, price, currency }] : [],
  );
  const [first] = shown;
  if (!first) return null;
  const lines = shown.filter((row) => row.currency === first.currency).slice(0, mostLooked);
  return { currency: first.currency, lines: lines.map(lineFrom) };
}

type Looked = {
  id: string;
  title: string | null;
  url: string | null;
  image: string | null;
  price: number | null;
  currency: string | null;
};

function lineFrom(row: {
  id: string;
  title: string;
  url: string | null;
  image: string | null;
  price: number;
}): CartLine {
  const names = { productId: row.id, variantId: null, sku: null, title: row.title, variantTitle: null };
  return {
    id: row.id,
    ...names,
    quantity: 1,
    unitPrice: row.price,
    lineTotal: row.price,
    imageUrl: row.image,
    url: row.url,
  };
}
