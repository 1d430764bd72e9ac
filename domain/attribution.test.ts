import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultAttribution } from "./attribution/policy.ts";
import { attributionModels, type CreditRules, creditOrder, netValue, type Touchpoint } from "./attribution.ts";

const orderedAt = new Date("2026-03-10T12:00:00Z");
const order = { total: 4_200, refunded: 0, status: "placed" as const, orderedAt, contactId: "con_1" };
const rules: CreditRules = { attributionDays: 5, attribution: defaultAttribution, fitted: null };

const before = (hours: number, messageId: string, more: Partial<Touchpoint> = {}): Touchpoint => ({
  ...{ messageId, enrollmentId: `enr_${messageId}`, channel: "email", position: 0, kind: "click", by: "person" },
  ...{ at: new Date(orderedAt.getTime() - hours * 3_600_000), ...more },
});
const amounts = (touches: Touchpoint[], given = rules) => {
  const credits = creditOrder(order, touches, given);
  return Object.fromEntries(
    attributionModels.map((model) => {
      const credit = credits[model];
      return [
        model,
        credit.kind === "organic" ? credit.reason : credit.parts.map((one) => [one.messageId, one.amount]),
      ];
    }),
  );
};

test("last click has it all, and the other models share as they say", () => {
  const touches = [before(96, "one"), before(48, "two"), before(0, "three")];
  expect(amounts(touches)).toMatchObject({
    last_click: [["three", 4_200]],
    first_click: [["one", 4_200]],
    linear: [
      ["one", 1_400],
      ["two", 1_400],
      ["three", 1_400],
    ],
    position: [
      ["one", 1_680],
      ["two", 840],
      ["three", 1_680],
    ],
  });
  expect(amounts(touches, { ...rules, attribution: { ...defaultAttribution, halfLifeDays: 2 } }).time_decay).toEqual([
    ["one", 600],
    ["two", 1_200],
    ["three", 2_400],
  ]);
});

test.each([
  ["no_click", order, []],
  ["no_click", order, [before(-1, "after")]],
  ["no_click", order, [before(1, "seen", { kind: "open" })]],
  ["outside_window", order, [before(121, "old")]],
  ["machine_only", order, [before(2, "scan", { by: "machine" })]],
  ["no_contact", { ...order, contactId: null }, [before(1, "click")]],
  ["cancelled", { ...order, status: "cancelled" as const }, [before(1, "click")]],
] as const)("says %s under every model instead of guessing", (reason, given, touches) => {
  const credits = creditOrder(given, [...touches], rules);
  for (const model of attributionModels) expect(credits[model]).toEqual({ kind: "organic", reason });
});

test("a click at the very edge of the window still counts, and each channel has its own window", () => {
  expect(creditOrder(order, [before(120, "edge")], rules).last_click.kind).toBe("credited");
  const attribution = { ...defaultAttribution, windowDays: { sms: 1 } };
  const both = [before(100, "mail"), before(30, "text", { channel: "sms" })];
  expect(amounts(both, { ...rules, attribution }).last_click).toEqual([["mail", 4_200]]);
});

test("a person's open is credited only where the tenant says so", () => {
  const touches = [before(3, "clicked"), before(1, "seen", { kind: "open" })];
  expect(amounts(touches).last_click).toEqual([["clicked", 4_200]]);
  const attribution = { ...defaultAttribution, creditOpens: true };
  expect(amounts(touches, { ...rules, attribution }).last_click).toEqual([["seen", 4_200]]);
});

test("clicks of one mail within half an hour are one visit", () => {
  const impatient = [before(10, "one"), before(9.9, "one"), before(9.8, "one"), before(1, "two")];
  expect(amounts(impatient).linear).toEqual([
    ["one", 2_100],
    ["two", 2_100],
  ]);
  const twice = [before(10, "one"), before(5, "one"), before(1, "two")];
  expect(amounts(twice).linear).toEqual([
    ["one", 2_800],
    ["two", 1_400],
  ]);
});

test("fitted models weigh steps by what was fitted, and say why when they cannot", () => {
  const touches = [before(9, "one"), before(1, "two", { position: 1 })];
  const markov = { "email 1": 0.25, "email 2": 0.75 };
  const weights = { markov, shapley: { "email 1": 3, "email 2": 0 } };
  const fitted = creditOrder(order, touches, { ...rules, fitted: { weights } });
  expect(fitted.markov).toMatchObject({ parts: [{ amount: 1_050 }, { amount: 3_150 }], fallback: null });
  expect(fitted.shapley).toMatchObject({ parts: [{ messageId: "one", amount: 4_200, share: 1 }], fallback: null });
  const fallback = (given: CreditRules["fitted"], path = touches) =>
    creditOrder(order, path, { ...rules, fitted: given }).markov;
  expect(fallback(null)).toMatchObject({ parts: [{ amount: 2_100 }, { amount: 2_100 }], fallback: "not_fitted" });
  expect(fallback({ weights: null })).toMatchObject({ fallback: "too_few_paths" });
  expect(fallback({ weights }, [before(1, "new", { position: 2 })])).toMatchObject({ fallback: "new_step" });
  const nothing = { markov: { "email 1": 0 }, shapley: { "email 1": 0 } };
  expect(fallback({ weights: nothing }, [before(1, "one")])).toMatchObject({ fallback: "no_weight" });
});

test.each([
  [{ total: 100, refunded: 30, status: "placed" as const }, 70],
  [{ total: 100, refunded: 130, status: "placed" as const }, 0],
  [{ total: -50, refunded: 0, status: "placed" as const }, 0],
  [{ total: 100, refunded: -30, status: "placed" as const }, 100],
  [{ total: 100, refunded: 0, status: "cancelled" as const }, 0],
  [{ total: 100, refunded: 0, status: "refunded" as const }, 0],
  [{ total: 100, refunded: 40, status: "refunded" as const }, 60],
])("%j is worth %d in the end", (given, worth) => {
  expect(netValue(given)).toBe(worth);
});

const anyTouch = fc
  .record({
    hours: fc.integer({ min: -10, max: 200 }),
    message: fc.integer({ min: 1, max: 5 }),
    kind: fc.constantFrom("click" as const, "click" as const, "open" as const),
    by: fc.constantFrom("person" as const, "person" as const, "machine" as const),
  })
  .map(({ hours, message, kind, by }) => before(hours, `m${message}`, { kind, by, position: message - 1 }));
const anyWeights = fc.option(
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }).map((given) => {
    const steps = Object.fromEntries(given.map((weight, index) => [`email ${index + 1}`, weight]));
    return { weights: { markov: steps, shapley: steps } };
  }),
);

test("under every model the parts sum to the net value and the shares to one, whatever order the acts are told in", () => {
  fc.assert(
    fc.property(
      fc.array(anyTouch, { maxLength: 12 }),
      fc.record({ total: fc.integer({ min: 0, max: 1e7 }), refunded: fc.integer({ min: 0, max: 1e7 }) }),
      anyWeights,
      (touches, { total, refunded }, fitted) => {
        const given = { ...order, total, refunded };
        const credits = creditOrder(given, touches, { ...rules, fitted });
        expect(creditOrder(given, touches.toReversed(), { ...rules, fitted })).toEqual(credits);
        for (const model of attributionModels) {
          const credit = credits[model];
          if (credit.kind === "organic") continue;
          expect(credit.parts.reduce((sum, part) => sum + part.amount, 0)).toBe(netValue(given));
          expect(credit.parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 9);
          expect(new Set(credit.parts.map((part) => part.messageId)).size).toBe(credit.parts.length);
        }
        expect(credits.last_click.kind === "organic" || credits.last_click.parts.length === 1).toBe(true);
      },
    ),
  );
});
