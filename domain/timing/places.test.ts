import fc from "fast-check";
import { expect, test } from "vitest";
import { inPlaces, moved } from "./places.ts";

test("what has a place stands in it, and what has none comes after as it stood", () => {
  const things = ["a", "b", "c", "d"].map((id) => ({ id }));
  expect(inPlaces(things, ["c", "a"]).map(({ id }) => id)).toEqual(["c", "a", "b", "d"]);
});

test("a move loses nobody, puts the moved one where it was sent, and is undone by moving it back", () => {
  const ids = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(ids, fc.nat(9), fc.integer({ min: -2, max: 9 }), (order, pick, to) => {
      const id = order[pick % order.length] ?? "";
      const next = moved(order, { id, to });
      if (!next) {
        expect(order.indexOf(id)).toBe(Math.max(0, Math.min(order.length - 1, to)));
        return;
      }
      expect(next.toSorted()).toEqual(order.toSorted());
      expect(next.indexOf(id)).toBe(Math.max(0, Math.min(order.length - 1, to)));
      expect(moved(next, { id, to: order.indexOf(id) })).toEqual(order);
    }),
  );
});
