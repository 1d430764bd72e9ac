import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { factsOfCarts, factsOfContacts } from "./condition-facts.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { setTag } from "./contact-tags.ts";
import { nobody, saveContact } from "./contacts.ts";
import { saveProduct } from "./products.ts";
import { carts } from "./schema/carts.ts";
import { type Scope, withScope } from "./scope.ts";
import { tellCart, tellTenant } from "./testing/story.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-10T12:00:00Z");
const asTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope("ten_alpha", work);

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("alpha", now);
  await tellCart({ tenant: "alpha", key: "ana", at: now, holdout: true });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const tagsOf = async () =>
  (await asTenant((scope) => factsOfContacts(scope, ["con_ana"], now))).get("con_ana")?.values["contact.tags"];

test("our tags and the shop's stand side by side, each set as often as it likes", async () => {
  const say = (tags: string[] | null, hours: number) => {
    const source = {
      shopId: "shop_alpha",
      sourceUpdatedAt: new Date(now.getTime() + hours * 3_600_000),
      consentSource: "x",
    };
    return asTenant((scope) => saveContact(scope, { ...nobody, email: "ana@example.com", tags }, source, now));
  };
  await say(["wholesale"], -2);
  const set = (act: "add" | "remove") => asTenant((scope) => setTag(scope, "con_ana", { tag: "reminded", act }));
  await set("add");
  await set("add");
  expect(await tagsOf()).toEqual(["reminded", "wholesale"]);
  await say(["retail"], -3);
  await say(null, -1);
  expect(await tagsOf()).toEqual(["reminded", "wholesale"]);
  await say([], 0);
  await set("remove");
  expect(await tagsOf()).toEqual([]);
});

test("a cart has the categories and brands of its products, by the catalogue's newest word", async () => {
  const unsaid = { title: null, url: null, imageUrl: null, deletedAt: null, complete: false, variants: [] };
  const say = (categories: string[] | null, brand: string | null, at: string) =>
    asTenant((scope) => {
      const product = { externalId: "kettle", ...unsaid, categories, brand, sourceUpdatedAt: new Date(at) };
      return saveProduct(scope, "shop_alpha", product, now);
    });
  await say(["Kitchen", "Sale"], "Acme", "2026-03-09T10:00:00Z");
  await say(["Garden"], null, "2026-03-08T10:00:00Z");
  await say(null, null, "2026-03-10T10:00:00Z");
  const line = { id: "1", productId: "kettle", variantId: null, sku: null, title: "Kettle", variantTitle: null };
  const lines = [{ ...line, quantity: 1, unitPrice: 1, lineTotal: 1, imageUrl: null, url: null }];
  await asTenant((scope) => scope.db.update(carts).set({ lines }));
  const facts = await asTenant((scope) => factsOfCarts(scope, ["cart_ana"], { now }));
  expect(facts.get("cart_ana")?.values).toMatchObject({
    ...{ "cart.products": ["kettle"], "cart.categories": ["Kitchen", "Sale"], "cart.brands": ["Acme"] },
  });
});
