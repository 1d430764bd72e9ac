import fc from "fast-check";
import { test } from "vitest";
import type { Mark, Picture } from "#domain/picture.ts";
import { daysPicture } from "./days-picture.ts";
import { liftPicture } from "./lift-picture.ts";
import { stagesPicture } from "./stages-picture.ts";

const ink = {
  ...{ card: "#ffffff", ink: "#111111", soft: "#444444", faint: "#777777", rule: "#eeeeee" },
  ...{ accent: "#2f5d50", tint: "#b0c0bb" },
};
/** Minor units as whole ones, as they come from the tables. */
const amount = fc.integer({ min: -1e11, max: 1e11 }).map((minor) => minor / 100);
const amounts = fc.array(fc.record({ day: fc.constant("2026-03-02"), amount }), { maxLength: 31 });

/** Every mark lies on its picture, with measures that are numbers. */
function fits({ width, height, marks }: Picture): boolean {
  const corners = (mark: Mark): [number, number][] => {
    if (mark.kind === "line") return mark.points;
    if (mark.kind === "text") return [[mark.x, mark.y]];
    return [
      [mark.x, mark.y],
      [mark.x + mark.width, mark.y + mark.height],
    ];
  };
  return marks.flatMap(corners).every(([x, y]) => x >= -1 && x <= width + 1 && y >= -1 && y <= height + 1);
}

test("whatever the amounts, no bar leaves its picture and no measure is NaN", () => {
  fc.assert(fc.property(amounts, amounts, (now, before) => fits(daysPicture(now, before, ink))));
});

test("a lift stands on its line with its whole interval, on either side of nothing", () => {
  const lift = fc.tuple(fc.integer(), fc.nat(1e6), fc.nat(1e6));
  fc.assert(
    fc.property(lift, ([value, below, above]) =>
      fits(liftPicture({ value, low: value - below, high: value + above }, ink)),
    ),
  );
});

test("no stage is longer than the first, and a picture of nothing has no NaN", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 6 }), (counts) => {
      const sorted = counts.toSorted((a, b) => b - a).map((count, place) => ({ name: `Stage ${place}`, count }));
      return fits(stagesPicture(sorted, ink));
    }),
  );
});
