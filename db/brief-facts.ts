import { sql } from "drizzle-orm";
import type { CartLine } from "#domain/cart.ts";
import type { ContactHistory } from "#domain/draft.ts";
import type { Scope } from "./scope.ts";

const dayMs = 86_400_000;

/** What a contact did before, told to the writer: orders that stand, the last of them, what was won back, what was spent. */
export async function contactHistory(
  scope: Scope,
  contactId: string,
  { currency, now }: { currency: string; now: Date },
): Promise<ContactHistory> {
  const [found] = await scope.db.execute<{
    orders: number;
    last: string | null;
    recoveries: number;
    spent: number;
  }>(sql`
    select count(*)::int as orders, max(o.ordered_at) as last,
      count(*) filter (where exists (
        select 1 from conversions c
        where c.tenant_id = o.tenant_id and c.order_id = o.id and c.model = 'last_click' and c.enrollment_id is not null))::int as recoveries,
      coalesce(sum(o.total - o.refunded) filter (where o.currency = ${currency}), 0)::float8 as spent
    from orders o
    where o.tenant_id = ${scope.tenantId} and o.contact_id = ${contactId} and o.status <> 'cancelled'
      and o.ordered_at <= ${now.toISOString()}::timestamptz`);
  if (!found?.last) return { orders: 0, lastOrderDays: null, recoveries: 0, spent: null };
  const { orders, recoveries, spent } = found;
  const lastOrderDays = Math.floor((now.getTime() - new Date(found.last).getTime()) / dayMs);
  return { orders, lastOrderDays, recoveries, spent: spent > 0 ? { amount: spent, currency } : null };
}

/**
 * How many pieces of each line are left by the newest word of the product or of its stock events, in the lines' order; null
 * where it is not tracked, the catalogue does not know the variant, or the product is gone.
 */
export async function stockOfLines(
  scope: Scope,
  shopId: string,
  lines: Pick<CartLine, "productId" | "variantId">[],
): Promise<(number | null)[]> {
  if (!lines.some((line) => line.variantId)) return lines.map(() => null);
  const keys = JSON.stringify(lines.map(({ productId, variantId }) => ({ product: productId, variant: variantId })));
  const found = await scope.db.execute<{ place: number; left: number | null }>(sql`
    select distinct on (k.place) k.place::int as place,
      case when l.newest > v.source_updated_at then l.stock else v.stock end as left
    from jsonb_array_elements(${keys}::jsonb) with ordinality as k(line, place)
    join products p on p.tenant_id = ${scope.tenantId} and p.shop_id = ${shopId} and p.deleted_at is null
      and p.external_id = coalesce(k.line ->> 'product', p.external_id)
    join variants v on v.tenant_id = p.tenant_id and v.product_id = p.id and v.external_id = k.line ->> 'variant'
    left join lateral (
      -- A place whose stock is not tracked never runs out, and so neither does the sum.
      select max(s.source_updated_at) as newest,
        case when bool_or(s.stock is null) then null else sum(s.stock)::int end as stock
      from stock_levels s where s.tenant_id = v.tenant_id and s.shop_id = p.shop_id
        and s.subject in ('item:' || v.inventory_item_id, 'variant:' || v.external_id)
    ) l on true
    order by k.place, v.source_updated_at desc`);
  const left = new Map(found.map((row) => [row.place, row.left]));
  return lines.map((_, index) => left.get(index + 1) ?? null);
}
