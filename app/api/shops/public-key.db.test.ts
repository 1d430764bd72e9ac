import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { POST as rotate } from "./[id]/public-key/route.ts";
import { GET as getShop, PATCH as patchShop } from "./[id]/route.ts";
import { POST as postShop } from "./route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

type Shown = { id: string; publicKey: string | null; snippetUrl: string | null; allowedOrigins: string[] };

async function makeShop(more: object = {}): Promise<Shown> {
  const body = { platform: "custom", name: "Kiosk", url: "https://kiosk.example/en", currency: "EUR", ...more };
  const made = await (await asMember(one, "admin")).call(postShop, { body });
  return (made.json as { shop: Shown }).shop;
}

test("a custom shop has a public key from the start, for pages of its own address alone", async () => {
  const shop = await makeShop();
  expect(shop.publicKey).toMatch(/^pk_\w{24}$/);
  expect(shop.snippetUrl).toMatch(new RegExp(`/${shop.publicKey}/comeback\\.js$`));
  expect(shop.allowedOrigins).toEqual(["https://kiosk.example"]);
  const secret = "shpss_0123456789abcdef0123456789abcdef";
  expect(await makeShop({ platform: "shopify", secret })).toMatchObject({ publicKey: null, allowedOrigins: [] });
});

test("a new key takes the place of the old one, for admins of the shop's tenant alone", async () => {
  const { id, publicKey } = await makeShop();
  const request = { params: { id } };
  expect((await (await asMember(one, "marketer")).call(rotate, request)).status).toBe(403);
  expect((await (await asKey(one, ["admin"])).call(rotate, request)).status).toBe(403);
  expect((await (await asMember(two, "owner")).call(rotate, request)).status).toBe(404);
  const rotated = await (await asMember(one, "admin")).call(rotate, request);
  expect(rotated.status).toBe(201);
  const now = (rotated.json as Shown).publicKey;
  expect(now).not.toBe(publicKey);
  const shown = await (await asMember(one, "viewer")).call(getShop, request);
  expect(shown.json).toMatchObject({ publicKey: now });
});

test("origins are kept as browsers name them, once each, and what is none is refused by its field", async () => {
  const { id } = await makeShop();
  const admin = await asMember(one, "admin");
  const save = (allowedOrigins: unknown[]) => admin.call(patchShop, { params: { id }, body: { allowedOrigins } });
  const given = [
    "HTTPS://Shop.Example/",
    "https://shop.example:443",
    "http://localhost:3001",
    "https://müller.example",
  ];
  expect((await save(given)).json).toMatchObject({
    allowedOrigins: ["https://shop.example", "http://localhost:3001", "https://xn--mller-kva.example"],
  });
  for (const none of [
    "*",
    "null",
    "https://*",
    "shop.example",
    "https://a.example/path",
    "https://u@a.example",
    "ftp://a.example",
  ])
    expect(await save([none])).toMatchObject({ status: 422, json: { error: { field: "allowedOrigins.0" } } });
  expect((await save([])).json).toMatchObject({ allowedOrigins: [] });
});
