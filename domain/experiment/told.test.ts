import { expect, test } from "vitest";
import { verdictText } from "./told.ts";

const orders = { metric: "recovered_orders", currency: "EUR" } as const;
const revenue = { metric: "revenue_per_enrolled", currency: "EUR" } as const;
const wins = { kind: "wins" as const, arm: "B", against: "A" };

test("a win says its scale once, and both ends of its interval", () => {
  expect(verdictText({ ...wins, scale: "relative", lift: 0.409, interval: { low: 0.221, high: 0.597 } }, orders)).toBe(
    "B wins over A: 40.9% relative (interval 22.1% to 59.7%).",
  );
  expect(
    verdictText({ ...wins, scale: "absolute", lift: 0.0123, interval: { low: 0.0045, high: 0.0201 } }, orders),
  ).toBe("B wins over A: 1.23 points absolute (interval 0.45 to 2.01).");
  expect(verdictText({ ...wins, scale: "absolute", lift: 186, interval: { low: 147, high: 225 } }, revenue)).toBe(
    "B wins over A: €1.86 absolute (interval €1.47 to €2.25).",
  );
});

test("no difference that matters says within what, with its unit", () => {
  const none = { kind: "no_difference", scale: "absolute" } as const;
  expect(verdictText({ ...none, within: 60 }, revenue)).toContain("within €0.60 absolute.");
  expect(verdictText({ ...none, within: 0.02 }, orders)).toContain("within 2.00 points absolute.");
});

test("what is not enough says how many more days, and one day is one", () => {
  expect(verdictText({ kind: "not_enough", daysLeft: 1 }, orders)).toBe("Not enough yet: about 1 more day.");
  expect(verdictText({ kind: "not_enough", daysLeft: null }, orders)).toBe(
    "Not enough yet, and at this pace not within a year.",
  );
});
