import { type SQL, sql } from "drizzle-orm";
import type { FieldName } from "#domain/condition.ts";

/** What a condition is asked of, at one moment. `walk` says which sequence's messages `step.…` questions are about. */
export type Asked = {
  tenantId: string;
  of: "contact" | "cart";
  now: Date;
  walk?: { sequenceId: string; positions: Record<string, number> };
};

/** What has to stand beside the cart `c` and the contact `p` to tell a fact. */
export const sources = [
  ...(["cart", "lines", "categories", "brands", "orders", "abandonments"] as const),
  ...(["opens", "clicks", "consent"] as const),
] as const;
export type Source = (typeof sources)[number];

export const sourcesOfField: Partial<Record<FieldName, Source[]>> = {
  ...{ "cart.value": ["cart"], "cart.discounted": ["cart"], "cart.phase": ["cart"], "cart.shop": ["cart"] },
  ...{
    "cart.loggedIn": ["cart"],
    "cart.device": ["cart"],
    "cart.lines": ["cart", "lines"],
    "cart.quantity": ["cart", "lines"],
  },
  ...{ "cart.products": ["cart", "lines"], "cart.categories": ["cart", "categories"] },
  ...{ "cart.brands": ["cart", "brands"], "customer.lifetimeValue": ["orders"], "customer.orders": ["orders"] },
  ...{ "customer.daysSinceOrder": ["orders"], "customer.discountsUsed": ["orders"] },
  ...{ "customer.abandonments": ["abandonments"], "contact.consent": ["consent"] },
  ...{ "engagement.opened": ["opens"], "engagement.clicked": ["clicks"] },
};

export const instantSql = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** The carts or contacts in question with all that is needed of them: `c` and `p` may each be missing. */
export function fromSources(asked: Asked, needed: ReadonlySet<Source>): SQL {
  const base =
    asked.of === "cart"
      ? sql`carts c left join contacts p on p.tenant_id = c.tenant_id and p.id = c.contact_id`
      : sql`contacts p`;
  const joins = sources
    .filter((source) => needed.has(source) && source !== "lines" && !(source === "cart" && asked.of === "cart"))
    .map((source) => sql` left join ${joined(source, asked, needed.has("lines"))}`);
  return sql.join([base, ...joins]);
}

const openCart = sql`k.contact_id is not null and k.ordered_at is null and k.deleted_at is null
  and k.merged_into is null and k.stands_for = 'basket'`;

/** The lines of a cart are most of its bytes, and only some questions need them: without, counting takes half as long. */
function newestOpen(tenantId: string, withLines: boolean): SQL {
  return sql`(
    select distinct on (contact_id) id, tenant_id, contact_id, shop_id, phase, currency, total, totals, discount_codes,
      customer_external_id, device, abandoned_at${withLines ? sql`, lines` : sql``}
    from carts k where k.tenant_id = ${tenantId} and ${openCart}
    order by contact_id, last_activity_at desc, id collate "C" desc)`;
}

/**
 * Names from the catalogue by cart, all carts at once. Materialized, because Postgres would otherwise look the products up
 * anew for each cart: over 75,000 carts that takes five times as long.
 */
function catalogued({ tenantId, of }: Asked, name: SQL): SQL {
  const only = of === "contact" ? sql` and ${openCart}` : sql``;
  return sql`(
    with named as materialized (
      select k.id, k.shop_id, l ->> 'productId' as product from carts k cross join jsonb_array_elements(k.lines) l
      where k.tenant_id = ${tenantId}${only})
    select n.id, array_agg(y.name) as names from named n
    join products g on g.tenant_id = ${tenantId} and g.shop_id = n.shop_id and g.external_id = n.product
    cross join unnest(${name}) y(name)
    where y.name is not null group by n.id)`;
}

function joined(source: Source, asked: Asked, withLines: boolean): SQL {
  const { tenantId, now } = asked;
  const until = instantSql(now);
  switch (source) {
    case "cart":
    case "lines":
      return sql`${newestOpen(tenantId, withLines)} c on c.contact_id = p.id`;
    case "categories":
      return sql`${catalogued(asked, sql`g.categories`)} gc on gc.id = c.id`;
    case "brands":
      return sql`${catalogued(asked, sql`array[g.brand]`)} gb on gb.id = c.id`;
    case "orders":
      return sql`(
        select contact_id, count(*)::int as orders, count(*) filter (where discount > 0)::int as discounted,
          max(ordered_at) as last_at, sum((total - refunded)::float8) as spent,
          min(currency collate "C") as low, max(currency collate "C") as high
        from orders
        where tenant_id = ${tenantId} and status <> 'cancelled' and ordered_at <= ${until}
        group by contact_id) o on o.contact_id = p.id`;
    case "abandonments":
      return sql`(
        select contact_id, count(*)::int as carts from carts
        where tenant_id = ${tenantId} and abandoned_at <= ${until} group by contact_id) a on a.contact_id = p.id`;
    case "opens":
      return sql`(
        select contact_id, max(at) as last_at from touchpoints
        where tenant_id = ${tenantId} and kind = 'open' and by = 'person' and at <= ${until} group by contact_id) e on e.contact_id = p.id`;
    case "clicks":
      return sql`(
        select contact_id, max(at) as last_at from touchpoints
        where tenant_id = ${tenantId} and kind = 'click' and by = 'person' and at <= ${until} group by contact_id) k on k.contact_id = p.id`;
    case "consent":
      return sql`(
        select distinct on (contact_id) contact_id, state from consents
        where tenant_id = ${tenantId} and channel = 'email' and at <= ${until}
        order by contact_id, at desc, state desc) s on s.contact_id = p.id`;
  }
}
