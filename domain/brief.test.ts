import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BriefSource, briefFor, fewestLeft } from "./brief.ts";
import { patternOf } from "./draft-pattern.ts";
import { factOfSlot, factsOf } from "./facts.ts";
import { fillableSlots } from "./slots.ts";

const source: BriefSource = {
  language: "en",
  step: { purpose: "help", template: "reminder", position: 1 },
  contact: {
    firstName: "Amelie",
    orders: 2,
    lastOrderDays: 12,
    recoveries: 1,
    spent: { amount: 9_900, currency: "EUR" },
  },
  lines: [{ title: "Linen overshirt", variantTitle: "Sand", quantity: 2 }],
  total: { amount: 12_990, currency: "EUR" },
  incentive: { kind: "percent", percent: 10, validHours: 48, code: "BACK10" },
  hints: { shippingCostSeen: true, device: null, hoursAway: 3 },
  stock: [3],
  loyaltyLine: true,
  brand: { name: "Fjord", tone: "calm", avoidWords: [], useWords: [], examples: [] },
  store: { returns: "within 30 days", shipping: null },
};

describe("a brief", () => {
  test("bounds every text that came from outside", () => {
    const long = fc.string({ minLength: 300, maxLength: 600, unit: "binary" });
    fc.assert(
      fc.property(long, (text) => {
        const many = Array.from({ length: 60 }, () => text);
        const brief = briefFor({
          ...source,
          contact: { ...source.contact, firstName: text },
          lines: many.map((title) => ({ title, variantTitle: text, quantity: 1 })),
          brand: { name: text, tone: text, avoidWords: many, useWords: many, examples: many },
          store: { returns: text, shipping: text },
        });
        expect(JSON.stringify(brief).length).toBeLessThan(40_000);
        const { brand, contact, lines, store } = brief;
        expect([lines.length, brand.examples.length, brand.useWords.length, brief.lineCount]).toEqual([10, 5, 50, 60]);
        const texts = [
          contact.firstName,
          brand.tone,
          store.returns,
          ...lines.map(({ title }) => title),
          ...brand.examples,
        ];
        for (const one of texts) {
          expect((one ?? "").length).toBeLessThanOrEqual(300);
          expect(one ?? "").not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("holds stock only where few pieces are left, by the line's id", () => {
    const lines = [...Array(3)].map((_, index) => ({ title: `${index}`, variantTitle: null, quantity: 1 }));
    const stock = (left: (number | null)[]) => briefFor({ ...source, lines, stock: left }).stock;
    expect(stock([null, 5, 6])).toEqual([{ lineId: "line.2", left: 5 }]);
    expect(stock([0, -2, 1])).toEqual([{ lineId: "line.3", left: 1 }]);
    expect(stock([])).toEqual([]);
    expect(fewestLeft([80, 4, null, 2, 0])).toBe(2);
    expect(fewestLeft([80, null, 0])).toBeNull();
  });

  test("knows who comes back and who is one of the best", () => {
    const contact = (orders: number) => briefFor({ ...source, contact: { ...source.contact, orders } });
    expect(contact(0)).toMatchObject({ contact: { returning: false, vip: false }, loyaltyLine: false });
    expect(contact(1)).toMatchObject({ contact: { returning: true, vip: false }, loyaltyLine: true });
    expect(contact(5)).toMatchObject({ contact: { vip: true } });
  });
});

describe("the facts of a brief", () => {
  test("are named once each and leave out what is not known", () => {
    const ids = factsOf(briefFor(source)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["line.1.title", "line.1.stock", "incentive.percent", "cart.total"]));
    const bare = briefFor({
      ...source,
      incentive: null,
      stock: [],
      total: null,
      store: { returns: null, shipping: null },
    });
    const left = factsOf(bare).map(({ id }) => id);
    expect(left.some((id) => /^(?:incentive|stock|store|cart\.total)/.test(id))).toBe(false);
    expect(factsOf(briefFor(source))).toContainEqual({ id: "cart.total", value: "12990 EUR" });
  });

  test("stand behind every slot that can be filled", () => {
    for (const brief of [briefFor(source), briefFor({ ...source, incentive: null, stock: [] })]) {
      const ids = factsOf(brief).map(({ id }) => id);
      for (const slot of fillableSlots(brief)) expect(ids).toContain(factOfSlot[slot]);
    }
  });
});

test("carts of one step, language, segment and incentive have one pattern, others another", () => {
  const cart = { sequenceId: "seq_1", stepId: "help", language: "de", returning: false, incentiveId: null };
  const others = [
    { sequenceId: "seq_2" },
    { stepId: "last" },
    { language: "en" },
    { returning: true },
    { incentiveId: "inc_1" },
  ].map((change) => patternOf({ ...cart, ...change }));
  expect(patternOf({ ...cart })).toBe(patternOf(cart));
  expect(new Set([patternOf(cart), ...others]).size).toBe(6);
});
