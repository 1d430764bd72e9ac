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
  return Object.fromEntries([...rows].map(({ id, name }) => [id, name]));
}
