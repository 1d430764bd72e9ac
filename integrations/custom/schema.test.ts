import { describe, expect, it } from "vitest";
import { z } from "zod";
import { customBatchJsonSchema, readBatch } from "./batch.ts";
import { readBrowserEvent } from "./browser.ts";
import { browserEventJsonSchema } from "./browser-events.ts";
import { customEvent, customEventJsonSchema } from "./events.ts";

/** A checker made of the published document alone, as whoever sends to us would make one. */
const checkerOf = (schema: object) => {
  const checker = z.fromJSONSchema(JSON.parse(JSON.stringify(schema)));
  return (sample: unknown) => checker.safeParse(sample).success;
};

const line = { title: "Cup", quantity: 2, unitPrice: 1250 };
const cart = (more: object = {}) => ({ type: "cart.updated", data: { id: "c1", lines: [line], ...more } });
const order = (more: object = {}) => ({ type: "order.placed", data: { id: 7, lines: [], ...more } });

const events: [string, unknown, boolean][] = [
  ["the least cart", cart(), true],
  ["an empty cart", cart({ lines: [] }), true],
  ["fields of the shop's own", { ...cart({ loyalty: { points: 1 } }), own: 1 }, true],
  ["nulls for what is optional", cart({ customer: null, currency: null, total: null, updatedAt: null }), true],
  ["a full customer", cart({ customer: { id: 1, email: "a@b.example", acceptsMarketing: true } }), true],
  ["times with an offset", cart({ updatedAt: "2026-11-01T10:00:00+01:00" }), true],
  ["an order", order({ status: "refunded", refunded: 5, cartId: "c1", tokens: ["t", 5] }), true],
  ["a deletion", { type: "cart.deleted", data: { id: 1 } }, true],
  ["a demand", { type: "customer.redact", data: { email: "a@b.example" } }, true],
  ["a customer", { type: "customer.updated", data: { id: "u", acceptsMarketing: false } }, true],
  ["an unknown type", { type: "cart.viewed", data: {} }, false],
  ["no type", { data: {} }, false],
  ["no data", { type: "cart.updated" }, false],
  ["no lines", { type: "cart.updated", data: { id: "c1" } }, false],
  ["no id", { type: "cart.updated", data: { lines: [] } }, false],
  ["an empty id", cart({ id: "" }), false],
  ["an id of 256 letters", cart({ id: "x".repeat(256) }), false],
  ["an id with a fraction", cart({ id: 1.5 }), false],
  ["a price with a fraction", cart({ lines: [{ ...line, unitPrice: 12.5 }] }), false],
  ["a price as text", cart({ lines: [{ ...line, unitPrice: "12" }] }), false],
  ["a price below nothing", cart({ lines: [{ ...line, unitPrice: -1 }] }), false],
  ["an absurd total", cart({ total: 1e13 }), false],
  ["a line without a title", cart({ lines: [{ quantity: 1, unitPrice: 1 }] }), false],
  ["501 lines", cart({ lines: Array.from({ length: 501 }, () => line) }), false],
  ["a currency in small letters", cart({ currency: "eur" }), false],
  ["a time without an offset", cart({ updatedAt: "2026-11-01T10:00:00" }), false],
  ["a time in words", cart({ updatedAt: "yesterday" }), false],
  ["an unknown status", order({ status: "shipped" }), false],
  ["21 tokens", cart({ tokens: Array.from({ length: 21 }, (_, n) => n) }), false],
  ["consent as text", cart({ customer: { acceptsMarketing: "yes" } }), false],
];

describe("the published schema of events and the parser", () => {
  const agrees = checkerOf(customEventJsonSchema());
  it.each(events)("say the same of %s", (_, sample, good) => {
    expect([agrees(sample), customEvent.safeParse(sample).success]).toEqual([good, good]);
  });

  it("differ only in what no schema can say: which currencies there are, and that ids have no control characters", () => {
    for (const sample of [cart({ currency: "XQQ" }), cart({ id: "a\u0000b" })])
      expect([agrees(sample), customEvent.safeParse(sample).success]).toEqual([true, false]);
  });
});

describe("the published schema of batches and the parser", () => {
  const agrees = checkerOf(customBatchJsonSchema());
  const parses = (sample: unknown) => {
    const read = readBatch(new TextEncoder().encode(JSON.stringify(sample)));
    return (
      read.kind === "batch" &&
      read.events.every(({ body }) => customEvent.safeParse(JSON.parse(Buffer.from(body).toString())).success)
    );
  };
  const samples: [string, unknown, boolean][] = [
    ["no events", { events: [] }, true],
    [
      "500 events, some with names",
      { events: Array.from({ length: 500 }, (_, n) => ({ ...cart(), ...(n % 2 ? { id: `e${n}` } : {}) })) },
      true,
    ],
    ["501 events", { events: Array.from({ length: 501 }, () => cart()) }, false],
    ["a list", [cart()], false],
    ["nothing", {}, false],
    ["a bad event", { events: [cart(), cart({ total: -1 })] }, false],
  ];
  it.each(samples)("say the same of %s", (_, sample, good) => {
    expect([agrees(sample), parses(sample)]).toEqual([good, good]);
  });
});

describe("the published schema of browsers' events and the parser", () => {
  const agrees = checkerOf(browserEventJsonSchema());
  const named = { id: "abcdefgh", token: "a".repeat(24) };
  const basket = (more: object) => ({ ...named, type: "browser.cart", data: { lines: [{ ...line, ...more }] } });
  const samples: [string, unknown, boolean][] = [
    ["a basket", basket({}), true],
    [
      "a product",
      { ...named, type: "browser.product", data: { id: 5, title: "Cup", price: 100, currency: "EUR" } },
      true,
    ],
    ["an address", { ...named, type: "browser.email", data: { email: "a@b.example", acceptsMarketing: true } }, true],
    ["an order", { ...named, type: "browser.order", data: {} }, true],
    ["a signed event", { ...named, ...order() }, false],
    [
      "an address without a word on the wish",
      { ...named, type: "browser.email", data: { email: "a@b.example" } },
      false,
    ],
    ["a short token", { ...basket({}), token: "short" }, false],
    ["no token", { ...basket({}), token: undefined }, false],
    ["a title with a link", basket({ title: "See HTTPS://evil.example" }), false],
    ["a title with a link on its second line", basket({ title: "See\nWww.evil.example" }), false],
    ["a title with an address", basket({ title: "me@evil.example" }), false],
    ["101 lines", { ...named, type: "browser.cart", data: { lines: Array.from({ length: 101 }, () => line) } }, false],
  ];
  it.each(samples)("say the same of %s", (_, sample, good) => {
    const read = readBrowserEvent(new TextEncoder().encode(JSON.stringify(sample)));
    expect([agrees(sample), read.kind === "event"]).toEqual([good, good]);
  });
});
