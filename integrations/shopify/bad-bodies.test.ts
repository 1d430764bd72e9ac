import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Body, only, translatedBy } from "../testing/translated.ts";
import { shopify } from "./platform.ts";

const translated = translatedBy(shopify);
const line = { key: "1", title: "Cup", quantity: 1, price: "10.00" };
const checkout = (more: object = {}) => ({ token: "t1", currency: "EUR", line_items: [line], ...more });
describe("a Shopify body that is wrong", () => {
  const many = Array.from({ length: 501 }, () => line);
  it.each<[string, Body, string, string]>([
    ["is no JSON", "{", "malformed_json", "body"],
    ["is empty", "", "malformed_json", "body"],
    ["holds a raw NUL byte", '{"token":"a\u0000"}', "malformed_json", "body"],
    ["is nested without end", "[".repeat(500_000), "malformed_json", "body"],
    ["is no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "invalid_utf8", "body"],
    ["is no object", "[]", "invalid_shape", "body"],
    ["has no name at all", { line_items: [], currency: "EUR" }, "invalid_shape", "token"],
    ["has no lines", { token: "t", currency: "EUR" }, "invalid_shape", "line_items"],
    ["has 501 lines", checkout({ line_items: many }), "too_many_lines", "line_items"],
    [
      "has a negative price",
      checkout({ line_items: [{ ...line, price: "-1.00" }] }),
      "invalid_amount",
      "line_items[0].price",
    ],
    [
      "has an absurd price",
      checkout({ line_items: [{ ...line, price: "99999999999.00" }] }),
      "invalid_amount",
      "line_items[0].price",
    ],
    [
      "has words for a price",
      checkout({ line_items: [line, { ...line, price: "free" }] }),
      "invalid_amount",
      "line_items[1].price",
    ],
    [
      "sums up beyond reason",
      checkout({ line_items: [{ ...line, price: "9999999999.99", quantity: 1_000_000 }] }),
      "invalid_amount",
      "line_items",
    ],
    ["has a negative total", checkout({ total_price: "-0.01" }), "invalid_amount", "total_price"],
    [
      "has a broken quantity",
      checkout({ line_items: [{ ...line, quantity: 1.5 }] }),
      "invalid_shape",
      "line_items[0].quantity",
    ],
    ["has an unknown currency", checkout({ currency: "XQQ" }), "unknown_currency", "currency"],
    [
      "has a time beyond every calendar",
      checkout({ updated_at: "9999-01-01T00:00:00Z" }),
      "invalid_shape",
      "updated_at",
    ],
    ["has no time at all", checkout({ updated_at: "yesterday" }), "invalid_shape", "updated_at"],
  ])("is rejected by name when it %s", (...[, body, reason, detail]) => {
    expect(translated("checkouts/update", body)).toEqual({ kind: "rejected", reason, detail });
  });

  it("is rejected when neither the body nor the shop says a currency", () => {
    const { currency: _, ...body } = checkout();
    expect(translated("checkouts/update", body, null)).toMatchObject({ reason: "unknown_currency" });
    expect(translated("customers/redact", { customer: {} })).toMatchObject({ reason: "invalid_shape" });
  });

  it("never throws and never repeats a value, whatever is in it", () => {
    const topics = ["checkouts/update", "carts/update", "orders/create", "customers/update", "customers/redact"];
    const names = [
      "token",
      "id",
      "line_items",
      "currency",
      "email",
      "customer",
      "updated_at",
      "total_price",
      "refunds",
    ];
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc
        .dictionary(fc.constantFrom(...names), fc.jsonValue())
        .map((value) => new TextEncoder().encode(JSON.stringify(value))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...topics), anything, (topic, body) => {
        const translation = translated(topic, body);
        if (translation.kind === "rejected") expect(translation.detail).toMatch(/^[\w.[\]]+$/);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps every two different ids different, however long", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 24n }), (id) => {
        const body = `{"token":"t","currency":"EUR","line_items":[{"product_id":${id},"quantity":1,"price":"1"}]}`;
        expect(only("cart", translated("checkouts/update", body)).cart.lines[0]?.productId).toBe(String(id));
      }),
    );
  });
});
