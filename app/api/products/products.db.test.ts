import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember, asStranger, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { createShop } from "#db/shops.ts";
import { POST as importProducts } from "./import/route.ts";
import { GET as listProducts } from "./route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;
let shop = "";

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
  const given = { platform: "custom" as const, name: "Kiosk", url: "https://kiosk.example", currency: "EUR" };
  shop = (await withScope(one.tenantId, (scope) => createShop(scope, { ...given, now: new Date() }))).shop.id;
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const file = `﻿Product_ID;Title;Variant_ID;SKU;Price;Currency;Stock;URL
k1;"Kettle; ""the red one""";k1-red;K-RED;19.90;;3;https://kiosk.example/k1
k1;;k1-blue;K-BLUE;"21,5";;;
k2;Lamp 🪔;;;1,500;;;
k3;Vase;;;5;EURO;;
;Nameless;;;5;;;
k4;Rug;;;5;;many;
k5;Cup;;;700;JPY;0;javascript:alert(1)
`;

async function send(
  tenant: TestTenant,
  csv: string,
  query: Record<string, string>,
  role: "admin" | "marketer" = "admin",
) {
  const { headers } = await asMember(tenant, role);
  const url = `http://localhost:3000/api/products/import?${new URLSearchParams(query)}`;
  const request = new Request(url, { method: "POST", headers: { ...headers, "content-type": "text/csv" }, body: csv });
  const response = await importProducts(request, { params: Promise.resolve({}) });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

test("a preview names the bad rows, shows the good ones and stores nothing", async () => {
  const { status, json } = await send(one, file, { shop, preview: "1" });
  expect(status).toBe(200);
  expect(json).toMatchObject({ rows: 7, products: 1, variants: 2, stored: false });
  expect(json.errors).toMatchObject([
    { row: 3, field: "price" },
    { row: 4, field: "currency" },
    { row: 5, field: "product_id" },
    { row: 6, field: "stock" },
    { row: 7, field: "url" },
  ]);
  expect(json.sample).toMatchObject([{ variants: [{ price: 1990 }, { price: 2150 }] }]);
  expect((await (await asMember(one, "viewer")).call(listProducts)).json).toEqual({ rows: [], next: null });
});

test("an import stores the good rows; the next one changes what it names and leaves the rest", async () => {
  expect((await send(one, file, { shop })).json).toMatchObject({ stored: true, products: 1, errorCount: 5 });
  expect((await send(one, "product_id,variant_id,price\nk1,k1-blue,25.00\n", { shop })).json).toMatchObject({
    variants: 1,
    errorCount: 0,
  });
  const { json } = await (await asMember(one, "viewer")).call(listProducts, { query: { shop } });
  expect(json).toMatchObject({
    rows: [
      {
        title: 'Kettle; "the red one"',
        variants: [
          { externalId: "k1-blue", price: 2500, currency: "EUR" },
          { externalId: "k1-red", price: 1990, stock: 3 },
        ],
      },
    ],
  });
});

test("refuses what is no catalogue, and whoever may not import one", async () => {
  expect((await send(one, 'product_id,title\nk1,"open', { shop })).status).toBe(422);
  expect((await send(one, "title\nKettle\n", { shop })).status).toBe(422);
  expect((await send(one, `product_id\n${"k\n".repeat(5_001)}`, { shop })).status).toBe(422);
  expect((await send(one, file, { shop }, "marketer")).status).toBe(403);
  expect((await send(two, file, { shop })).status).toBe(404);
  expect((await (await asMember(two)).call(listProducts, { query: { shop } })).json).toEqual({ rows: [], next: null });
  expect((await asStranger().call(listProducts)).status).toBe(401);
});
