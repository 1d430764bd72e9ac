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
export const sources = ["cart", "orders", "abandonments", "opens", "clicks", "consent"] as const;
export type Source = (typeof sources)[number];

export const sourceOf: Partial<Record<FieldName, Source>> = {
  ...{ "cart.value": "cart", "cart.lines": "cart", "cart.quantity": "cart", "cart.products": "cart" },
  ...{ "cart.categories": "cart", "cart.brands": "cart", "cart.discounted": "cart", "cart.phase": "cart" },
  ...{ "cart.shop": "cart", "cart.loggedIn": "cart" },
  ...{ "customer.lifetimeValue": "orders", "customer.orders": "orders", "customer.daysSinceOrder": "orders" },
  ...{ "customer.discountsUsed": "orders", "customer.abandonments": "abandonments" },
  ...{ "contact.consent": "consent", "engagement.opened": "opens", "engagement.clicked": "clicks" },
};

export const instantSql = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** The carts or contacts in question with all that is needed of them: `c` and `p` may each be missing. */
export function fromSources(asked: Asked, needed: ReadonlySet<Source>): SQL {
  const base =
    asked.of === "cart"
      ? sql`carts c left join contacts p on p.tenant_id = c.tenant_id and p.id = c.contact_id`
      : sql`contacts p`;
  const joins = sources
    .filter((source) => needed.has(source) && !(source === "cart" && asked.of === "cart"))
    .map((source) => sql` left join ${joined(source, asked)}`);
  return sql.join([base, ...joins]);
}

function joined(source: Source, { tenantId, now }: Asked): SQL {
  const until = instantSql(now);
  switch (source) {
    case "cart":
      return sql`(
        select distinct on (contact_id) * from carts
        where tenant_id = ${tenantId} and contact_id is not null
          and ordered_at is null and deleted_at is null and merged_into is null
        order by contact_id, last_activity_at desc, id desc) c on c.contact_id = p.id`;
    case "orders":
      return sql`(
        select contact_id, count(*)::int as orders, count(*) filter (where discount > 0)::int as discounted,
          max(ordered_at) as last_at, sum(total - refunded) as spent, min(currency) as low, max(currency) as high
        from orders
        where tenant_id = ${tenantId} and status <> 'cancelled' and ordered_at <= ${until}
        group by contact_id) o on o.contact_id = p.id`;
    case "abandonments":
      return sql`(
        select contact_id, count(*)::int as carts from carts
        where tenant_id = ${tenantId} and abandoned_at <= ${until} group by contact_id) a on a.contact_id = p.id`;
    case "opens":
      return sql`(
        select m.contact_id, max(v.at) as last_at from message_events v
        join messages m on m.tenant_id = v.tenant_id and m.id = v.message_id
        where v.tenant_id = ${tenantId} and v.kind = 'opened' and v.at <= ${until}
        group by m.contact_id) e on e.contact_id = p.id`;
    case "clicks":
      return sql`(
        select contact_id, max(at) as last_at from touchpoints
        where tenant_id = ${tenantId} and at <= ${until} group by contact_id) k on k.contact_id = p.id`;
    case "consent":
      return sql`(
        select distinct on (contact_id) contact_id, state from consents
        where tenant_id = ${tenantId} and channel = 'email' and at <= ${until}
        order by contact_id, at desc, state desc) s on s.contact_id = p.id`;
  }
}
