import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion } from "./apportion.ts";
import { channelModels, creditChannels } from "./channel-credit.ts";
import { removalEffects } from "./markov.ts";
import { pathModels, pathWeights } from "./path-weights.ts";
import type { Path } from "./paths.ts";
import { shapleyWeights } from "./shapley.ts";

const path = (channels: string, shoppers: number, conversions: number, value = conversions * 100): Path => ({
  channels: channels === "" ? [] : channels.split(">"),
  shoppers,
  conversions,
  value,
});

test("parts always sum to the amount, are whole, and follow the weights", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(Number.NaN)), {
        minLength: 1,
        maxLength: 12,
      }),
      (amount, weights) => {
        const parts = apportion(amount, weights);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        expect(parts.every(Number.isInteger)).toBe(true);
        expect(parts.every((part) => part === 0 || Math.sign(part) === Math.sign(amount))).toBe(true);
      },
    ),
  );
  expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(apportion(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  expect([apportion(5, [0, 0]), apportion(5, [])]).toEqual([[3, 2], []]);
});

test.each([
  ["last_click", [0, 0, 1]],
  ["first_click", [1, 0, 0]],
  ["linear", [1, 1, 1]],
  ["time_decay", [0.25, 0.5, 1]],
  ["position_based", [0.4, 0.2, 0.4]],
] as const)("%s weighs three touches, fourteen, seven and no days old, as %j", (model, weights) => {
  expect(pathWeights(model, [14, 7, 0])).toEqual(weights.map((weight) => expect.closeTo(weight, 12)));
});

test("one touch has it all and two share the ends, under every model", () => {
  for (const model of pathModels) {
    expect(pathWeights(model, [3])).toEqual([1]);
    expect(pathWeights(model, [400, 400]).every(Number.isFinite)).toBe(true);
  }
  expect(pathWeights("position_based", [2, 1])).toEqual([1, 1]);
});

test("removal effects are those worked out by hand", () => {
  // One shopper each: a>b converts, a is lost, b converts. P(convert) = 2/3.
  // Without a: only start→b (1/3) converts, 1/3 → effect 1/2. Without b: nothing converts → effect 1.
  const effects = removalEffects([path("a>b", 1, 1), path("a", 1, 0), path("b", 1, 1)]);
  expect(effects.get("a")).toBeCloseTo(0.5, 10);
  expect(effects.get("b")).toBeCloseTo(1, 10);
});

test("a loop in the chain settles, and a channel on no converting path is worth nothing", () => {
  const effects = removalEffects([path("a>b>a>b>a", 10, 3), path("c", 5, 0)]);
  expect(effects.get("a")).toBeCloseTo(1, 9);
  expect(effects.get("c")).toBe(0);
  expect(removalEffects([path("a", 5, 0)]).get("a")).toBe(0);
});

test("the Shapley value is that of its definition, over every order of joining", () => {
  const channels = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 4 });
  const paths = fc.array(fc.tuple(channels, fc.nat(9)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(paths, (given) => {
      const list = given.map(([used, conversions]) => path(used.join(">"), 10, conversions));
      const closed = shapleyWeights(list);
      for (const [channel, weight] of byDefinition(list)) expect(closed.get(channel)).toBeCloseTo(weight, 9);
    }),
    { numRuns: 50 },
  );
});

/** The mean of what each channel adds on joining, over all orders of joining. */
function byDefinition(paths: Path[]): Map<string, number> {
  const channels = [...new Set(paths.flatMap((one) => one.channels))];
  const worth = (set: Set<string>) =>
    paths.reduce((sum, one) => sum + (one.channels.every((channel) => set.has(channel)) ? one.conversions : 0), 0);
  const orders = permutations(channels);
  const added = new Map(channels.map((channel) => [channel, 0]));
  for (const order of orders) {
    const joined = new Set<string>();
    for (const channel of order) {
      const before = worth(joined);
      joined.add(channel);
      added.set(channel, (added.get(channel) ?? 0) + (worth(joined) - before) / orders.length);
    }
  }
  return added;
}

function permutations(list: string[]): string[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) => permutations(list.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

test("under every model the credit sums to the paths' value to the minor unit", () => {
  const channel = fc.constantFrom("email", "sms", "push", "search");
  const anyPath = fc
    .tuple(fc.array(channel, { maxLength: 7 }), fc.nat(50), fc.nat(9), fc.integer({ min: -99_999, max: 999_999 }))
    .map(([channels, shoppers, conversions, value]): Path => ({ channels, shoppers, conversions, value }));
  fc.assert(
    fc.property(fc.array(anyPath, { maxLength: 8 }), fc.constantFrom(...channelModels), (paths, model) => {
      const touched = paths.filter((one) => one.channels.length > 0);
      const credits = creditChannels(model, paths);
      const sum = (of: (credit: (typeof credits)[number]) => number) =>
        credits.reduce((total, one) => total + of(one), 0);
      expect(sum((one) => one.value)).toBe(touched.reduce((total, one) => total + one.value, 0));
      expect(sum((one) => one.conversions)).toBeCloseTo(
        touched.reduce((total, one) => total + one.conversions, 0),
        6,
      );
    }),
  );
});

test("no channel gains a unit by every path: only the sums are made whole", () => {
  const thirds = Array.from({ length: 30 }, () => path("a>b>c", 1, 1, 100));
  expect(creditChannels("linear", thirds).map(({ value }) => value)).toEqual([1_000, 1_000, 1_000]);
  const returned = [path("a>b>c", 1, 1, -100), path("b", 1, 1, 40)];
  expect(creditChannels("linear", returned).map(({ value }) => value)).toEqual([-34, 7, -33]);
});
