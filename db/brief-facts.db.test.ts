import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { contactHistory, stockOfLines } from "./brief-facts.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { draftHash, getDraft } from "./drafts.ts";
import { saveProduct, saveStock } from "./products.ts";
import { conversions, orders } from "./schema/carts.ts";
import { drafts } from "./schema/messages.ts";
import { type Scope, withScope } from "./scope.ts";
import { briefOf } from "./testing/foreign-words.ts";
import { tellCart, tellTenant, words } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const database = await createTestDatabase();

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("one", now);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inOne = <T>(work: (scope: Scope) => Promise<T>) => withScope("ten_one", work);
const history = (contactId: string) => inOne((scope) => contactHistory(scope, contactId, { currency: "EUR", now }));

async function order(id: string, change: Partial<typeof orders.$inferInsert> = {}) {
  const times = { orderedAt: daysAgo(3), sourceUpdatedAt: now, createdAt: now };
  const amounts = { subtotal: 1_000, discount: 0, total: 1_000, refunded: 0 };
  const named = { tenantId: "ten_one", id, shopId: "shop_one", externalId: id, contactId: "con_mia" };
  await inOne((scope) =>
    scope.db
      .insert(orders)
      .values({ ...named, ...amounts, ...times, currency: "EUR", lines: [], status: "placed", ...change }),
  );
}

test("history counts the orders that stand, what was spent in the cart's currency, and what was won back", async () => {
  expect(await history("con_nobody")).toEqual({ orders: 0, lastOrderDays: null, recoveries: 0, spent: null });
  await order("ord_1", { orderedAt: daysAgo(30), refunded: 400 });
  await order("ord_2");
  await order("ord_3", { currency: "USD", total: 7_000, orderedAt: daysAgo(9) });
  await order("ord_4", { status: "cancelled", orderedAt: daysAgo(1) });
  await order("ord_5", { orderedAt: new Date(now.getTime() + 60_000) });
  await inOne((scope) =>
    scope.db.insert(conversions).values({
      ...{
        tenantId: "ten_one",
        id: "cnv_1",
        orderId: "ord_2",
        model: "last_click",
        enrollmentId: "enr_1",
        amount: 1_000,
      },
      ...{ currency: "EUR", windowDays: 5, orderedAt: daysAgo(3), createdAt: now },
    }),
  );
  const spent = { amount: 1_600, currency: "EUR" };
  expect(await history("con_mia")).toEqual({ orders: 3, lastOrderDays: 3, recoveries: 1, spent });
});

test("stock is the newest word of product and stock events, line by line, and unknown where nobody said", async () => {
  const unsaid = { url: null, imageUrl: null, deletedAt: null, complete: true, sourceUpdatedAt: daysAgo(2) };
  const variant = { sku: null, title: null, price: 1, currency: "EUR", imageUrl: null, inventoryItemId: null };
  const variants = [
    { ...variant, externalId: "red", stock: 40, inventoryItemId: "inv-red" },
    { ...variant, externalId: "blue", stock: 4 },
    { ...variant, externalId: "untracked", stock: null },
  ];
  await inOne(async (scope) => {
    await saveProduct(scope, "shop_one", { ...unsaid, externalId: "kettle", title: "Kettle", variants }, now);
    const gone = { ...unsaid, externalId: "gone", title: "Gone", deletedAt: daysAgo(1) };
    await saveProduct(scope, "shop_one", { ...gone, variants: [{ ...variant, externalId: "old", stock: 2 }] }, now);
    for (const [locationId, stock] of [
      ["cellar", 2],
      ["attic", 1],
    ] as const) {
      const level = { inventoryItemId: "inv-red", variantExternalId: null, locationId, stock };
      await saveStock(scope, "shop_one", { ...level, sourceUpdatedAt: daysAgo(1) });
    }
  });
  const line = (variantId: string | null, productId: string | null = "kettle") => ({ productId, variantId });
  const lines = [line("blue"), line("red"), line("red", null), line("untracked"), line(null), line("old", "gone")];
  const left = (shop: string) => inOne((scope) => stockOfLines(scope, shop, lines));
  expect(await left("shop_one")).toEqual([4, 3, 3, null, null, null]);
  expect(await left("shop_other")).toEqual([null, null, null, null, null, null]);
});

test("the hash is of exactly these words and facts, and survives the database's own order of keys", async () => {
  await tellCart({ tenant: "one", key: "hashed", at: now });
  const hash = draftHash(words, briefOf);
  await inOne((scope) => scope.db.update(drafts).set({ words, brief: briefOf }));
  const stored = await inOne((scope) => getDraft(scope, "drf_hashed"));
  expect(stored?.words && draftHash(stored.words, stored.brief)).toBe(hash);
  const others = [
    draftHash({ ...words, postscript: "PS" }, briefOf),
    draftHash({ ...words, paragraphs: [...words.paragraphs, ""] }, briefOf),
    draftHash(words, { ...briefOf, lineCount: 1 }),
    draftHash(words, { ...briefOf, stock: [{ lineId: "line.1", left: 2 }] }),
    draftHash(words, null),
  ];
  expect(new Set([hash, ...others]).size).toBe(6);
  expect(draftHash({ ...words, postscript: null }, briefOf)).toBe(hash);
});
