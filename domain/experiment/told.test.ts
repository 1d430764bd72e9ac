import { expect, test } from "vitest";
import { verdictText } from "./told.ts";

const wins = { kind: "wins" as const, arm: "B", against: "A" };

test("a win says its scale once, and both ends of its interval", () => {
  expect(verdictText({ ...wins, scale: "relative", lift: 0.409, interval: { low: 0.221, high: 0.597 } })).toBe(
    "B wins over A: 40.9% relative (22.1% to 59.7%).",
  );
  expect(verdictText({ ...wins, scale: "absolute", lift: 0.0123, interval: { low: 0.0045, high: 0.0201 } })).toBe(
    "B wins over A: 0.0123 absolute (0.00450 to 0.0201).",
  );
});

test("what is not enough says how many more days, and one day is one", () => {
  expect(verdictText({ kind: "not_enough", daysLeft: 1 })).toBe("Not enough yet: about 1 more day.");
  expect(verdictText({ kind: "not_enough", daysLeft: null })).toBe(
    "Not enough yet, and at this pace not within a year.",
  );
});
