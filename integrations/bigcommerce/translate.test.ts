import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { only, translatedBy } from "../testing/translated.ts";
import { bigcommerce } from "./platform.ts";

const translated = translatedBy(bigcommerce);
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
const cart = "09346904-4175-44fd-be53-f7e598531b6c";
const hook = (scope: string, data: unknown, more: object = {}) =>
  translated(scope, { scope, created_at: 1793612628, data, ...more });

describe("a webhook of BigCommerce's", () => {
  it("is light: it names the cart, which must be fetched", () => {
    expect(translated("", fixture("cart-abandoned"))).toEqual({
      kind: "incomplete",
      what: "cart",
      id: cart,
      topic: "store/cart/abandoned",
    });
    for (const scope of ["store/cart/created", "store/cart/updated", "store/cart/lineItem/deleted"]) {
      expect(hook(scope, { type: "cart", id: cart })).toMatchObject({ kind: "incomplete", what: "cart", id: cart });
    }
  });

  it("of a channel means the same as one of the store", () => {
    expect(hook("store/channel/7/cart/abandoned", { type: "cart", id: cart })).toMatchObject({ what: "cart" });
  });

  it("of a converted cart asks for its order and keeps the cart's id with it", () => {
    expect(translated("", fixture("cart-converted"))).toEqual({
      kind: "incomplete",
      what: "order",
      id: `252 ${cart}`,
      topic: "store/cart/converted",
    });
  });

  it("of a deleted cart needs no question", () => {
    expect(only("cart_deleted", translated("", fixture("cart-deleted")))).toEqual({
      kind: "cart_deleted",
      tokens: [cart],
      deletedAt: new Date("2026-11-02T09:43:48Z"),
    });
  });

  it("of an order, a customer or a product asks for that", () => {
    expect(translated("", fixture("order-status"))).toMatchObject({ what: "order", id: "252" });
    expect(translated("", fixture("inventory"))).toMatchObject({ what: "product", id: "205" });
    expect(hook("store/customer/updated", { type: "customer", id: 11 })).toMatchObject({ what: "customer", id: "11" });
    const sku = { type: "sku", id: 461, inventory: { product_id: 205, method: "absolute", value: 5, variant_id: 362 } };
    expect(hook("store/sku/inventory/updated", sku)).toMatchObject({ what: "product", id: "205" });
  });

  it("keeps ids beyond 2^53 apart", () => {
    const asked = (id: string) => translated("", `{"scope":"store/order/updated","data":{"type":"order","id":${id}}}`);
    expect(asked("9007199254740993")).toMatchObject({ id: "9007199254740993" });
    expect(asked("9007199254740992")).toMatchObject({ id: "9007199254740992" });
  });

  it("on the end of the app or of a product says so", () => {
    const at = new Date("2026-11-02T09:43:48Z");
    expect(only("shop_uninstalled", hook("store/app/uninstalled", undefined)).at).toEqual(at);
    const gone = only("product", hook("store/product/deleted", { type: "product", id: 205 })).product;
    expect(gone).toMatchObject({ externalId: "205", deletedAt: at, sourceUpdatedAt: at, complete: false });
  });

  it("about something else is left alone, and one without its id rejected, by name", () => {
    const transaction = { type: "transaction", id: 5, order_id: 252 };
    expect(hook("store/order/transaction/created", transaction)).toEqual({ kind: "ignored", reason: "nothing_to_do" });
    expect(hook("store/shipment/created", { id: 1 })).toEqual({ kind: "ignored", reason: "unknown_topic" });
    expect(hook("store/cart/updated", { type: "cart" })).toMatchObject({ reason: "invalid_shape", detail: "data.id" });
    expect(hook("store/cart/converted", { id: cart })).toMatchObject({ kind: "rejected" });
    expect(translated("", "{")).toMatchObject({ reason: "malformed_json" });
    expect(translated("", new Uint8Array([0xff]))).toMatchObject({ reason: "invalid_utf8" });
  });

  it("never makes the translation throw", () => {
    fc.assert(
      fc.property(fc.constantFrom(...bigcommerce.setup.topics), fc.jsonValue(), (scope, data) => {
        expect(["events", "ignored", "rejected", "incomplete"]).toContain(hook(scope, data).kind);
      }),
    );
  });
});
