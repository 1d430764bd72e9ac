import { sql } from "drizzle-orm";
import type { Dimension } from "#domain/explore.ts";
import type { Scope } from "./scope.ts";

/** What people call values that are ids: sequences, products, and templates that members made. Others need no name. */
export async function namesOfValues(
  scope: Scope,
  values: { dimension: Dimension; values: string[] }[],
): Promise<Record<string, string>> {
  const of = (dimension: Dimension) =>
    JSON.stringify([...new Set(values.filter((one) => one.dimension === dimension).flatMap((one) => one.values))]);
  const listed = (dimension: Dimension) => sql`(select jsonb_array_elements_text(${of(dimension)}::text::jsonb))`;
  const rows = await scope.db.execute<{ id: string; name: string }>(sql`
    select id, name from sequences where tenant_id = ${scope.tenantId} and id in ${listed("sequence")}
    union all select id, name from templates where tenant_id = ${scope.tenantId} and id in ${listed("template")}
    union all select distinct on (external_id) external_id, title from products
      where tenant_id = ${scope.tenantId} and external_id in ${listed("product")} and title is not null`);
  const names = new Map([...rows].map(({ id, name }) => [id, name]));
  const products = values.filter((one) => one.dimension === "product").flatMap((one) => one.values);
  const nameless = [...new Set(products)].filter((id) => id !== "" && !names.has(id));
  for (const [id, title] of await titlesInCarts(scope, nameless)) names.set(id, title);
  return Object.fromEntries(names);
}

// A shop that tells no catalogue tells its titles in its carts; what sells is in the newest of them.
const newestCarts = 500;

async function titlesInCarts(scope: Scope, productIds: string[]): Promise<[string, string][]> {
  if (productIds.length === 0) return [];
  const rows = await scope.db.execute<{ id: string; title: string }>(sql`
    select distinct on (line ->> 'productId') line ->> 'productId' as id, line ->> 'title' as title
    from (select id, lines from carts where tenant_id = ${scope.tenantId} order by id desc limit ${newestCarts}) newest
    cross join jsonb_array_elements(newest.lines) line
    where line ->> 'productId' in (select jsonb_array_elements_text(${JSON.stringify(productIds)}::text::jsonb))
      and line ->> 'title' <> ''
    order by line ->> 'productId', newest.id desc`);
  return [...rows].map(({ id, title }) => [id, title]);
}
