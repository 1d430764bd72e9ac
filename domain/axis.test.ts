import fc from "fast-check";
import { expect, test } from "vitest";
import { stepsUpTo } from "./axis.ts";

test.each([
  [0, [0, 0.25, 0.5, 0.75, 1]],
  [7, [0, 2, 4, 6, 8]],
  [605, [0, 200, 400, 600, 800]],
  [1_000, [0, 250, 500, 750, 1_000]],
])("an axis up to %d has round steps", (most, steps) => {
  expect(stepsUpTo(most)).toEqual(steps);
});

test("an axis begins at zero, reaches its value, and has neither a single step nor a ladder of them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (whole, digits) => {
      const most = whole / 10 ** digits;
      const steps = stepsUpTo(most);
      expect(steps[0]).toBe(0);
      expect(steps.at(-1) ?? 0).toBeGreaterThanOrEqual(most * (1 - 1e-8));
      expect(steps.length).toBeGreaterThan(2);
      expect(steps.length).toBeLessThan(7);
    }),
  );
});
