import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Body, only, receivedAt, translatedBy } from "../testing/translated.ts";
import { customEventJsonSchema } from "./events.ts";
import { custom } from "./platform.ts";

const ask = (body: Body, shopCurrency: string | null = "EUR") => translatedBy(custom)("unknown", body, shopCurrency);

const line = { title: "Cup", quantity: 2, unitPrice: 1250 };
const event = (type: string, data: object) => ({ type, data });
const cart = (more: object = {}) => event("cart.updated", { id: "c1", lines: [line], ...more });
const order = (more: object = {}) => event("order.placed", { id: "o1", cartId: "c1", lines: [line], ...more });

const fullCart = cart({
  id: "c-1001",
  tokens: ["session-77", 9007199254740991],
  currency: "USD",
  customer: {
    id: "u-7",
    email: "Ana.Silva+x@Example.com",
    phone: "+351 912 345 678",
    firstName: "Ana",
    lastName: "Silva",
    language: "pt_pt",
    country: "pt",
    timeZone: "Europe/Lisbon",
    acceptsMarketing: true,
  },
  lines: [{ ...line, id: "l1", productId: 1, variantId: "v1", sku: "CUP", url: "https://shop.example/cup" }],
  discount: 500,
  shipping: 490,
  tax: 0,
  discountCodes: ["HELLO", "HELLO"],
  recoveryUrl: "https://shop.example/cart?c=1001",
  createdAt: "2026-11-01T10:00:00+01:00",
  updatedAt: "2026-11-01T10:30:00Z",
});

describe("a custom cart", () => {
  it("becomes a cart with its person, totals and every name", () => {
    expect(only("cart", ask(fullCart)).cart).toMatchObject({
      externalId: "c-1001",
      tokens: ["c-1001", "session-77", "9007199254740991"],
      phase: "checkout",
      currency: "USD",
      contact: { externalId: "u-7", language: "pt-PT", country: "PT", timeZone: "Europe/Lisbon", consent: "granted" },
      lines: [{ id: "l1", productId: "1", unitPrice: 1250, lineTotal: 2500, url: "https://shop.example/cup" }],
      totals: { subtotal: 2500, discount: 500, shipping: 490, tax: 0, total: 2490 },
      discountCodes: ["HELLO"],
      sourceCreatedAt: new Date("2026-11-01T09:00:00Z"),
      sourceUpdatedAt: new Date("2026-11-01T10:30:00Z"),
    });
  });

  it("takes the shop's currency and the time of receipt where it says none, and the envelope's time before that", () => {
    expect(only("cart", ask(cart())).cart).toMatchObject({
      phase: "cart",
      contact: null,
      currency: "EUR",
      sourceUpdatedAt: receivedAt,
    });
    const dated = { ...cart(), timestamp: "2026-11-01T00:00:00Z" };
    expect(only("cart", ask(dated)).cart.sourceUpdatedAt).toEqual(new Date("2026-11-01T00:00:00Z"));
  });

  it("keeps ids beyond 2^53 apart, sent as numbers or text", () => {
    const named = (id: string) => `{"type":"cart.updated","data":{"id":${id},"lines":[]}}`;
    expect(only("cart", ask(named("9007199254740993"))).cart.externalId).toBe("9007199254740993");
    expect(only("cart", ask(named("9007199254740992"))).cart.externalId).toBe("9007199254740992");
    expect(only("cart", ask(named('"9007199254740992"'))).cart.externalId).toBe("9007199254740992");
    expect(ask(named("1.5"))).toMatchObject({ kind: "rejected", detail: "data.id" });
  });

  it("drops links that are not http or https", () => {
    const hostile = only(
      "cart",
      ask(cart({ recoveryUrl: "javascript:alert(1)", lines: [{ ...line, url: "data:x" }] })),
    );
    expect([hostile.cart.recoveryUrl, hostile.cart.lines[0]?.url]).toEqual([null, null]);
  });

  it("keeps its event when the shop adds fields of its own, wherever they stand", () => {
    const own = { loyalty: { points: 7 }, "a@b.example": 1 };
    const customer = { id: "u", email: "a@b.example" };
    const plain = cart({ customer });
    const full = { ...cart({ customer: { ...customer, ...own }, lines: [{ ...line, ...own }], ...own }), ...own };
    expect(ask(full)).toEqual(ask(plain));
    for (const type of ["customer.updated", "customer.redact", "cart.deleted"]) {
      expect(ask(event(type, { id: "1", customerId: "1", ...own })).kind).toBe("events");
    }
  });

  it("is found again by a deletion", () => {
    expect(ask(event("cart.deleted", { id: "c1", tokens: ["t"], deletedAt: "2026-11-01T00:00:00Z" }))).toEqual({
      kind: "events",
      events: [{ kind: "cart_deleted", tokens: ["c1", "t"], deletedAt: new Date("2026-11-01T00:00:00Z") }],
    });
  });
});

describe("custom orders and customers", () => {
  it("names the cart that an order came from, and its state", () => {
    expect(only("order", ask(order({ number: "#7", total: 2300, tokens: ["t1"] }))).order).toMatchObject({
      externalId: "o1",
      number: "#7",
      tokens: ["c1", "t1"],
      subtotal: 2500,
      total: 2300,
      refunded: 0,
      status: "placed",
      orderedAt: receivedAt,
    });
    const update = { ...order({ status: "refunded", refunded: 2500 }), type: "order.updated" };
    expect(only("order", ask(update)).order).toMatchObject({ status: "refunded", refunded: 2500 });
  });

  it("takes an unticked box in a cart for nothing said, and false on the customer for a withdrawal", () => {
    const inCart = cart({ customer: { email: "a@b.example", acceptsMarketing: false } });
    expect(only("cart", ask(inCart)).cart.contact?.consent).toBeNull();
    const consent = (acceptsMarketing: boolean | null) =>
      only("contact", ask(event("customer.updated", { id: 5, acceptsMarketing }))).contact.consent;
    expect([consent(false), consent(true), consent(null)]).toEqual(["withdrawn", "granted", null]);
  });

  it("reads demands under data-protection law", () => {
    const demand = { reference: "r1", customerId: 5, email: "a@b.example", orderIds: ["o1"] };
    expect(only("compliance", ask(event("customer.data_request", demand))).compliance).toEqual({
      request: "data_request",
      reference: "r1",
      email: "a@b.example",
      customerExternalId: "5",
      orderExternalIds: ["o1"],
    });
    expect(only("compliance", ask(event("customer.redact", { email: "a@b.example" }))).compliance.request).toBe(
      "redact",
    );
    expect(ask(event("customer.redact", {}))).toMatchObject({ kind: "rejected", detail: "data.customerId" });
  });
});

describe("a custom body that is wrong", () => {
  it.each<[string, Body, string, string]>([
    ["is no JSON", "{", "malformed_json", "body"],
    ["is no UTF-8", new Uint8Array([0xff]), "invalid_utf8", "body"],
    ["has no type", {}, "invalid_shape", "type"],
    ["has no data", { type: "cart.updated" }, "invalid_shape", "data"],
    [
      "misspells a field that must be there",
      cart({ lines: [{ title: "Cup", quantity: 1, unitprice: 1 }] }),
      "invalid_amount",
      "data.lines[0].unitPrice",
    ],
    ["lacks a title", cart({ lines: [{ quantity: 1, unitPrice: 1 }] }), "invalid_shape", "data.lines[0].title"],
    [
      "prices by decimals",
      cart({ lines: [{ ...line, unitPrice: 12.5 }] }),
      "invalid_amount",
      "data.lines[0].unitPrice",
    ],
    ["prices by text", cart({ lines: [{ ...line, unitPrice: "12.50" }] }), "invalid_amount", "data.lines[0].unitPrice"],
    ["prices below zero", cart({ lines: [{ ...line, unitPrice: -1 }] }), "invalid_amount", "data.lines[0].unitPrice"],
    ["prices absurdly", cart({ total: 1e15 }), "invalid_amount", "data.total"],
    [
      "sums up beyond reason",
      cart({ lines: [{ ...line, quantity: 1e6, unitPrice: 1e12 }] }),
      "invalid_amount",
      "data.lines",
    ],
    ["has an unknown currency", cart({ currency: "XQQ" }), "unknown_currency", "data.currency"],
    ["has a currency in words", cart({ currency: "euro" }), "unknown_currency", "data.currency"],
    ["has 501 lines", cart({ lines: Array.from({ length: 501 }, () => line) }), "too_many_lines", "data.lines"],
    ["has a broken time", cart({ updatedAt: "yesterday" }), "invalid_shape", "data.updatedAt"],
    ["has an id of control characters", cart({ id: "a\u0000b" }), "invalid_shape", "data.id"],
  ])("is rejected by name when it %s", (...[, body, reason, detail]) => {
    expect(ask(body)).toEqual({ kind: "rejected", reason, detail });
  });

  it("is ignored when its type is unknown, and needs a currency from somewhere", () => {
    expect(ask(event("cart.viewed", {}))).toEqual({ kind: "ignored", reason: "unknown_topic" });
    expect(ask(cart(), null)).toMatchObject({ reason: "unknown_currency" });
  });

  it("never throws and never repeats a value, whatever is in it", () => {
    const types = ["cart.updated", "cart.deleted", "order.placed", "customer.updated", "customer.redact"];
    const names = ["id", "lines", "customer", "currency", "total", "updatedAt", "tokens", "email", "recoveryUrl"];
    const data = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.jsonValue());
    fc.assert(
      fc.property(fc.constantFrom(...types), data, (type, given) => {
        const translation = ask(event(type, given));
        if (translation.kind === "rejected") expect(translation.detail).toMatch(/^[\w.[\]]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the published JSON Schema", () => {
  it("describes every type of event, with line prices as integers", () => {
    const schema = customEventJsonSchema();
    const types = (schema.oneOf ?? []).map((one) => (typeof one === "object" ? one.properties?.type : null));
    expect(types).toEqual(
      ["cart.updated", "cart.deleted", "order.placed", "order.updated", "customer.updated"]
        .concat(["product.viewed", "customer.redact", "customer.data_request"])
        .map((type) => ({ type: "string", const: type })),
    );
    expect(schema.$defs?.Line).toMatchObject({ properties: { unitPrice: { type: "integer", minimum: 0 } } });
    expect(JSON.stringify(schema)).not.toContain("additionalProperties");
  });
});
