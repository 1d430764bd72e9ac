import { sql } from "drizzle-orm";
import type { Page } from "#domain/rows.ts";
import type { Scope } from "./scope.ts";

export type ProductRow = {
  id: string;
  shopId: string;
  externalId: string;
  title: string | null;
  url: string | null;
  imageUrl: string | null;
  variants: {
    externalId: string;
    sku: string | null;
    title: string | null;
    price: number | null;
    currency: string;
    /** What is left, by the newest of the product's word and its stock events; null when it is not tracked. */
    stock: number | null;
    imageUrl: string | null;
  }[];
};

/** What the shops sell, newest first, deleted products left out; `after` is the id of the last row of the page before. */
export async function listProducts(
  scope: Scope,
  filter: { shop?: string; after?: string; limit?: number },
): Promise<Page<ProductRow>> {
  const limit = filter.limit ?? 50;
  const found = await scope.db.execute<ProductRow>(sql`
    select p.id, p.shop_id as "shopId", p.external_id as "externalId", p.title, p.url, p.image_url as "imageUrl",
      coalesce((
        select json_agg(json_build_object('externalId', v.external_id, 'sku', v.sku, 'title', v.title, 'price', v.price,
          'currency', v.currency, 'imageUrl', v.image_url,
          'stock', case when l.newest > v.source_updated_at then l.stock else v.stock end) order by v.external_id)
        from variants v left join lateral (
          -- A place whose stock is not tracked never runs out, and so neither does the sum.
          select max(s.source_updated_at) as newest,
            case when bool_or(s.stock is null) then null else sum(s.stock)::int end as stock
          from stock_levels s where s.tenant_id = v.tenant_id and s.shop_id = p.shop_id
            and s.subject in ('item:' || v.inventory_item_id, 'variant:' || v.external_id)
        ) l on true
        where v.tenant_id = p.tenant_id and v.product_id = p.id), '[]'::json) as variants
    from products p
    where p.tenant_id = ${scope.tenantId} and p.deleted_at is null
      and ${filter.shop ? sql`p.shop_id = ${filter.shop}` : sql`true`}
      and ${filter.after ? sql`p.id < ${filter.after}` : sql`true`}
    order by p.id desc limit ${limit + 1}`);
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
