import { sql } from "drizzle-orm";
import type { CartLine } from "#domain/cart.ts";
import type { Cart } from "./carts.ts";
import type { Scope } from "./scope.ts";

/** So many are shown, each ordered together with one of the cart's products in so many orders at least. */
const mostComplements = 3;
const fewestTogether = 2;
/** Orders that are looked through for each, the newest first. */
const mostOrders = 2_000;

type Found = { id: string; variant: string; title: string; url: string | null; image: string | null; price: number };

/**
 * What was ordered together with a cart's products, most often first: only what the shop's catalogue knows today by name
 * and price in the cart's currency, has in stock as far as it counts, and the contact has not ordered.
 */
export async function complementsOf(
  scope: Scope,
  cart: Pick<Cart, "shopId" | "contactId" | "currency" | "lines">,
): Promise<CartLine[]> {
  const { db, tenantId } = scope;
  const own = JSON.stringify([...new Set(cart.lines.flatMap((line) => line.productId ?? []))]);
  if (own === "[]") return [];
  const rows = await db.execute<Found>(sql`
    with own as (select jsonb_array_elements_text(${own}::text::jsonb) as id),
    lately as (select id, lines from orders where tenant_id = ${tenantId} and shop_id = ${cart.shopId}
      and status <> 'cancelled' order by ordered_at desc limit ${mostOrders}),
    bought as (select distinct o.id, l ->> 'productId' as product from lately o cross join jsonb_array_elements(o.lines) l
      where l ->> 'productId' is not null),
    together as (select b.product, count(distinct b.id) as orders from bought b
      where b.id in (select id from bought where product in (select id from own)) and b.product not in (select id from own)
      group by 1 having count(distinct b.id) >= ${fewestTogether}),
    mine as (select l ->> 'productId' as product from orders o cross join jsonb_array_elements(o.lines) l
      where o.tenant_id = ${tenantId} and o.contact_id = ${cart.contactId} and o.status <> 'cancelled')
    select p.external_id as id, v.external_id as variant, p.title, p.url, coalesce(v.image_url, p.image_url) as image,
      v.price::float8 as price
    from together t
    join products p on p.tenant_id = ${tenantId} and p.shop_id = ${cart.shopId} and p.external_id = t.product
      and p.deleted_at is null and p.title is not null
    cross join lateral (select external_id, image_url, price from variants
      where tenant_id = ${tenantId} and product_id = p.id and price is not null and currency = ${cart.currency}
        and (stock is null or stock > 0)
      order by price limit 1) v
    where not exists (select from mine where mine.product = p.external_id)
    order by t.orders desc, p.external_id limit ${mostComplements}`);
  return rows.map(({ id, variant, title, url, image, price }) => ({
    ...{ id, productId: id, variantId: variant, sku: null, title, variantTitle: null, quantity: 1 },
    ...{ unitPrice: price, lineTotal: price, imageUrl: image, url },
  }));
}
