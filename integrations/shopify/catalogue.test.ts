import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bytesOf, only, receivedAt, translatedBy } from "../testing/translated.ts";
import { shopify } from "./platform.ts";

const translated = translatedBy(shopify);
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));

describe("Shopify's catalogue", () => {
  it("becomes products with prices in minor units, stock and pictures", () => {
    const { product } = only("product", translated("products/update", fixture("product")));
    expect(product).toMatchObject({
      ...{ externalId: "9448447512866001234", title: "Wool blanket", url: null, complete: true, deletedAt: null },
      imageUrl: "https://cdn.shopify.example/s/files/blanket.jpg",
      sourceUpdatedAt: new Date("2026-11-02T09:00:00Z"),
    });
    expect(product.variants).toEqual([
      {
        ...{ externalId: "45902754185506", sku: "BLANKET-MOSS", title: "Moss / 130×180", price: 5995, currency: "EUR" },
        ...{ stock: 4, imageUrl: "https://cdn.shopify.example/s/files/blanket-moss.jpg" },
        inventoryItemId: "9007199254740993",
      },
      {
        ...{ externalId: "45902754185507", sku: null, title: null, price: 4900, currency: "EUR" },
        ...{ stock: null, imageUrl: null, inventoryItemId: "9007199254740992" },
      },
    ]);
  });

  it("knows a product's page where it knows the shop", () => {
    const request = { topic: "products/update", body: bytesOf(fixture("product")), shopCurrency: "EUR", receivedAt };
    const { product } = only("product", shopify.translate({ ...request, shopUrl: "https://nordhem.example/x" }));
    expect(product.url).toBe("https://nordhem.example/products/wool-blanket");
  });

  it("says so when a body holds only some of a product's variants", () => {
    const body = { id: 1, variants: [{ id: 2, price: "1.00" }], variant_gids: [{}, {}] };
    expect(only("product", translated("products/update", body)).product.complete).toBe(false);
  });

  it("reads a deletion and a stock level, whose inventory items exceed 2^53", () => {
    expect(only("product", translated("products/delete", { id: 788032119674292900 })).product).toMatchObject({
      ...{ externalId: "788032119674292900", deletedAt: receivedAt, variants: [], complete: false },
    });
    expect(only("stock", translated("inventory_levels/update", fixture("inventory-level"))).stock).toEqual({
      ...{ inventoryItemId: "9007199254740993", variantExternalId: null, locationId: "905684977", stock: 3 },
      sourceUpdatedAt: new Date("2026-11-02T10:00:00Z"),
    });
    const untracked = only("stock", translated("inventory_levels/update", { inventory_item_id: 1, available: null }));
    expect(untracked.stock.stock).toBeNull();
  });

  it("reads that the app was uninstalled", () => {
    const event = only("shop_uninstalled", translated("app/uninstalled", fixture("app-uninstalled")));
    expect(event.at).toEqual(receivedAt);
  });

  it("is rejected by name when a price or a currency makes no sense", () => {
    const product = (price: unknown) => ({ id: 1, variants: [{ id: 2, price }] });
    expect(translated("products/update", product("-1"))).toMatchObject({ reason: "invalid_amount" });
    expect(translated("products/update", product("1.00"), null)).toMatchObject({ reason: "unknown_currency" });
    expect(translated("inventory_levels/update", { available: 2 })).toMatchObject({ detail: "inventory_item_id" });
  });

  it.each(["orders/edited", "orders/delete", "customers/delete"])("has nothing to do for %s", (topic) => {
    expect(translated(topic, { id: 1 })).toEqual({ kind: "ignored", reason: "nothing_to_do" });
  });
});
