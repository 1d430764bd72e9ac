import fc from "fast-check";
import { expect, test } from "vitest";
import { accentOf, contrast, inkOn, nearestReadable, readableOn } from "./colour.ts";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("keeps every accent readable as text and under a label", () => {
  fc.assert(
    fc.property(colour, colour, (ground, accent) => {
      expect(contrast(readableOn(ground, accent), ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(inkOn(accent), accent)).toBeGreaterThanOrEqual(3.5);
    }),
  );
});

test.each(["red", "#fff", "#ffffff", "", "#12345g", "#2f5d50;x"])(
  "replaces the accent %s by the house colour",
  (text) => {
    expect(accentOf(text)).toBe("#2f5d50");
  },
);

test("suggests a colour that passes, and the same colour when it passes already", () => {
  fc.assert(
    fc.property(colour, colour, (wanted, ground) => {
      const suggested = nearestReadable(wanted, [ground]);
      expect(suggested).not.toBeNull();
      expect(contrast(suggested ?? ground, ground)).toBeGreaterThanOrEqual(4.5);
      if (contrast(wanted, ground) >= 4.5) expect(suggested).toBe(wanted);
    }),
  );
});

test("suggests nothing where no colour reads on both grounds", () => {
  expect(nearestReadable("#ff0000", ["#000000", "#ffffff", "#777777"])).toBeNull();
});
