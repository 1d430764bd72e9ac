import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, only, receivedAt, translatedBy } from "../testing/translated.ts";
import { woocommerce } from "./platform.ts";

const translated = translatedBy(woocommerce);
const json = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8"));
const draft = (more: object = {}) => ({ ...json("draft"), ...more });
const cartOf = (more: object = {}) => only("cart", translated("order.updated", draft(more))).cart;

describe("a draft of WooCommerce's checkout", () => {
  it("is a cart in checkout, known by its id and key, at its UTC times", () => {
    expect(cartOf()).toMatchObject({
      ...{ externalId: "20417", tokens: ["20417", "wc_order_pT2fqYb8mK1Zx"], phase: "checkout", currency: "EUR" },
      contact: { email: "Mara.Lindqvist+shop@example.com", phone: "+46 70 123 45 67", country: "SE", consent: null },
      ...{ sourceCreatedAt: new Date("2026-11-02T09:42:16Z"), sourceUpdatedAt: new Date("2026-11-02T09:43:48Z") },
      ...{ completedAt: null, deletedAt: null },
    });
  });

  it("shows what the shopper saw: line sums with tax and before coupons, never the float beside them", () => {
    expect(cartOf().totals).toEqual({ subtotal: 13240, discount: 0, shipping: 490, tax: 2746, total: 13730 });
    expect(cartOf().lines).toMatchObject([
      { id: "3151", productId: "93", variantId: "97", title: "Wool blanket", variantTitle: "Moss", unitPrice: 5995 },
      { id: "3152", variantId: null, sku: null, title: "Candle & holder", variantTitle: null, lineTotal: 1250 },
    ]);
    const net = cartOf({ prices_include_tax: false });
    expect(net.totals).toMatchObject({ subtotal: 10592, shipping: 392 });
  });

  it("knows the class of the shopper's device where their browser names it", () => {
    expect(cartOf().device).toBeNull();
    expect(
      cartOf({ customer_user_agent: "Mozilla/5.0 (Linux; Android 15; Pixel 9) Mobile Safari/537.36" }).device,
    ).toBe("phone");
  });

  it("has the same times wherever this machine stands", () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = "Asia/Tokyo";
      expect(new Date("2026-11-02T09:43:48").toISOString()).toBe("2026-11-02T00:43:48.000Z");
      expect(cartOf().sourceUpdatedAt).toEqual(new Date("2026-11-02T09:43:48Z"));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("stays a cart when the shop's daily cleaning deletes it", () => {
    expect(translated("order.deleted", { id: 20417 })).toEqual({ kind: "ignored", reason: "nothing_to_do" });
  });

  it("is emptied when its last line is", () => {
    expect(cartOf({ line_items: [] }).lines).toEqual([]);
  });

  it("keeps ids beyond 2^53 apart", () => {
    const text = JSON.stringify(draft()).replace('"id":20417,"parent', '"id":9007199254740993,"parent');
    expect(only("cart", translated("order.updated", text)).cart.externalId).toBe("9007199254740993");
  });
});

describe("WooCommerce's order", () => {
  it("carries the names of the draft it was, its refund, coupon and total", () => {
    const { order } = only("order", translated("order.updated", json("order")));
    expect(order).toMatchObject({
      ...{
        externalId: "20417",
        number: "20417",
        tokens: cartOf().tokens,
        status: "placed",
        discountCodes: ["autumn10"],
      },
      ...{ subtotal: 13240, discount: 1324, total: 12406, refunded: 1250 },
      contact: { externalId: "512", email: "Mara.Lindqvist+shop@example.com" },
      ...{ orderedAt: new Date("2026-11-02T09:42:16Z"), sourceUpdatedAt: new Date("2026-11-05T11:00:00Z") },
    });
  });

  it.each<[string, "cart" | "order" | "ignored", object]>([
    ["waits for its payment", "cart", { status: "pending", created_via: "checkout", payment_method: "stripe" }],
    ["failed to be paid", "cart", { status: "failed", created_via: "checkout" }],
    ["was cancelled since nobody paid", "cart", { status: "cancelled", created_via: "checkout" }],
    ["was paid and cancelled", "order", { status: "cancelled", date_paid_gmt: "2026-11-02T10:00:00" }],
    ["was authorised, never captured and cancelled", "order", { status: "cancelled", transaction_id: "pi_1" }],
    ["was to be paid by transfer and cancelled", "order", { status: "cancelled", payment_method: "bacs" }],
    ["is on hold until a transfer comes", "order", { status: "on-hold", payment_method: "bacs" }],
    ["is being packed", "order", { status: "processing" }],
    ["has a status of the shop's own", "order", { status: "ready-for-pickup" }],
    ["was written by the shop and waits", "ignored", { status: "pending", created_via: "admin" }],
    ["is a subscription's renewal that failed", "ignored", { status: "failed", created_via: "subscription" }],
    ["lies in the bin", "ignored", { status: "trash" }],
  ])("that %s is told as %s", (_, kind, more) => {
    const said = translated("order.updated", draft(more));
    expect(said.kind === "events" ? said.events[0]?.kind : said.kind).toBe(kind);
  });

  it.each(["created", "updated", "restored"])("is read the same by order.%s", (event) => {
    expect(translated(`order.${event}`, json("order"))).toEqual(translated("order.updated", json("order")));
  });
});

describe("WooCommerce's way back", () => {
  const link = "https://nordhem.example/blog/checkout-link/?products=97%3A2%2C88%3A1";
  const pay = "https://nordhem.example/blog/kassa/order-pay/20417/?pay_for_order=true&key=wc_order_pT2fqYb8mK1Zx";

  it("of a draft fills a new cart, since the draft is gone a day later", () => {
    expect(cartOf().recoveryUrl).toBe(link);
    expect(woocommerce.applyCode?.(link, "BACK 10")).toBe(`${link}&coupon=BACK%2010`);
  });

  it("of an order that waits is the page to pay it on, which takes no coupon", () => {
    expect(cartOf({ status: "pending", created_via: "checkout" }).recoveryUrl).toBe(pay);
    expect(woocommerce.applyCode?.(pay, "BACK")).toBe(pay);
  });

  it("of an old shop's draft is the page that lives a day, and of its cancelled order nothing", () => {
    expect(cartOf({ version: "9.8.1" }).recoveryUrl).toBe(pay);
    expect(cartOf({ version: "9.8.1", status: "cancelled" }).recoveryUrl).toBeNull();
    expect(cartOf({ status: "cancelled" }).recoveryUrl).toBe(link);
  });

  it("is never a cart that lacks one of the lines", () => {
    const [first, second] = draft().line_items;
    const gone = { ...second, product_id: 0 };
    expect(cartOf({ line_items: [first, gone] }).recoveryUrl).toBe(pay);
  });

  it("finds the shop's address where the order has no link of its own", () => {
    const request = { topic: "order.updated", body: bytesOf(draft({ _links: undefined })), shopCurrency: "EUR" };
    const said = woocommerce.translate({ ...request, receivedAt, shopUrl: "https://nordhem.example/" });
    expect(only("cart", said).cart.recoveryUrl).toMatch(/^https:\/\/nordhem\.example\/checkout-link\//);
  });
});

describe("WooCommerce's customers, products and actions", () => {
  it("reads a customer, of whose consent nothing is known", () => {
    expect(only("contact", translated("customer.updated", json("customer")))).toMatchObject({
      contact: { externalId: "512", email: "mara.lindqvist+shop@example.com", firstName: "Mara", consent: null },
      sourceUpdatedAt: new Date("2026-11-05T11:00:00Z"),
    });
  });

  it("reads a variation under its parent, without emptying the parent of the others", () => {
    expect(only("product", translated("product.updated", json("product"))).product).toMatchObject({
      ...{ externalId: "93", title: "Wool blanket & bag", complete: false, variants: [] },
      url: "https://nordhem.example/blog/product/wool-blanket/",
    });
    expect(only("product", translated("product.updated", json("variation"))).product).toMatchObject({
      ...{ externalId: "93", title: null, complete: false },
      variants: [{ externalId: "97", sku: "BLANKET-MOSS", title: "Moss", price: 5995, stock: 4 }],
    });
    const simple = { ...json("product"), type: "simple", manage_stock: false, stock_status: "outofstock" };
    expect(only("product", translated("product.updated", simple)).product).toMatchObject({
      ...{ complete: true, variants: [{ externalId: "93", price: 5995, stock: 0 }] },
    });
    expect(only("product", translated("product.deleted", { id: 93 })).product.deletedAt).toEqual(receivedAt);
  });

  it("takes an event of the custom API from the action made for it, and no other action", () => {
    const arg = { type: "cart.updated", data: { id: "c-1", lines: [{ title: "Cup", quantity: 2, unitPrice: 500 }] } };
    const heard = only("cart", translated("action.comeback_event", { action: "comeback_event", arg }));
    expect(heard.cart).toMatchObject({ externalId: "c-1", totals: { subtotal: 1000 } });
    expect(translated("action.woocommerce_add_to_cart", { action: "woocommerce_add_to_cart", arg: "x" })).toEqual({
      ...{ kind: "ignored", reason: "nothing_to_do" },
    });
    expect(translated("action.comeback_event", { action: "comeback_event", arg: 5 })).toMatchObject({
      kind: "rejected",
    });
  });

  it("ignores a topic that it does not know", () => {
    for (const topic of ["theme.updated", "unknown", "", "__proto__"]) {
      expect(translated(topic, {})).toEqual({ kind: "ignored", reason: "unknown_topic" });
    }
  });
});

describe("a WooCommerce body that is wrong", () => {
  const line = draft().line_items[0];
  it.each<[string, object | string | Uint8Array, string, string]>([
    ["is no JSON", "webhook_id=7", "malformed_json", "body"],
    ["is no UTF-8", new Uint8Array([0x7b, 0xff]), "invalid_utf8", "body"],
    ["has no id", draft({ id: null }), "invalid_shape", "id"],
    ["has a negative total", draft({ total: "-1.00" }), "invalid_amount", "total"],
    [
      "has a negative line",
      draft({ line_items: [{ ...line, subtotal: "-1" }] }),
      "invalid_amount",
      "line_items[0].subtotal",
    ],
    ["has 501 lines", draft({ line_items: Array(501).fill(line) }), "too_many_lines", "line_items"],
    ["has an unknown currency", draft({ currency: "XQQ" }), "unknown_currency", "currency"],
  ])("is rejected by name when it %s", (_, body, reason, detail) => {
    expect(translated("order.updated", body)).toEqual({ kind: "rejected", reason, detail });
  });

  it("never throws, whatever is in it", () => {
    const topics = ["order.updated", "customer.updated", "product.updated", "product.deleted", "action.comeback_event"];
    const broken = fc
      .tuple(fc.constantFrom(...Object.keys(draft())), fc.jsonValue())
      .map(([name, value]) => draft({ [name]: value }));
    fc.assert(
      fc.property(fc.constantFrom(...topics), fc.oneof(broken, fc.jsonValue()), (topic, body) => {
        expect(["events", "ignored", "rejected"]).toContain(translated(topic, JSON.stringify(body)).kind);
      }),
      { numRuns: 500 },
    );
  });
});

it("takes an action whose argument hides 10,000 levels for what it says beside them", () => {
  const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
  const arg = `{"type":"cart.deleted","data":{"id":"c1"},"more":${deep}}`;
  const body = `{"action":"comeback_event","arg":${arg}}`;
  expect(translated("action.comeback_event", body)).toMatchObject({
    events: [{ kind: "cart_deleted", tokens: ["c1"] }],
  });
});
