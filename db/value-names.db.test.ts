import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { products } from "./schema/catalogue.ts";
import { withScope } from "./scope.ts";
import { tellCart, tellTenant } from "./testing/story.ts";
import { namesOfValues } from "./value-names.ts";

const now = new Date("2026-03-10T12:00:00Z");
const database = await createTestDatabase();

beforeAll(async () => {
  await connectTo(database);
  for (const name of ["one", "two"]) await tellTenant(name, now);
  await sold("one", "a-early", { product: "p1", title: "Kettle, old name" });
  await sold("one", "b-late", { product: "p1", title: "Kettle" });
  await sold("one", "c-later", { product: "p2", title: "Cup" });
  await sold("two", "d-other", { product: "p3", title: "Somebody else's" });
  await withScope("ten_one", ({ db, tenantId }) =>
    db.insert(products).values({
      ...{ tenantId, id: "prod_2", shopId: "shop_one", externalId: "p2", title: "Cup, as listed" },
      ...{ sourceUpdatedAt: now, createdAt: now },
    }),
  );
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function sold(tenant: string, key: string, { product, title }: { product: string; title: string }) {
  await tellCart({ tenant, key, at: now });
  await withScope(`ten_${tenant}`, ({ db }) =>
    db.execute(sql`update carts set lines = jsonb_set(jsonb_set(lines, '{0,productId}', to_jsonb(${product}::text)),
      '{0,title}', to_jsonb(${title}::text)) where id = ${`cart_${key}`}`),
  );
}

test("a product is called as the catalogue lists it, else as its newest cart does, and never as another tenant's", async () => {
  const values = ["p1", "p2", "p3", "p4", ""];
  const names = await withScope("ten_one", (scope) => namesOfValues(scope, [{ dimension: "product", values }]));
  expect(names).toEqual({ p1: "Kettle", p2: "Cup, as listed" });
});
