import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapped } from "./picture-of.ts";

test("a source line is broken between words, no line is too long, and no word is lost", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 80 }), (said, letters) => {
      const lines = wrapped(said.join(" "), letters);
      expect(lines.join(" ")).toBe(said.join(" "));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(letters);
    }),
  );
});
