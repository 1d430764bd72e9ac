import fc from "fast-check";
import { expect, test } from "vitest";
import { colourPairs, refusedPairs } from "./brand-contrast.ts";
import { groundsOf, houseColours, type KitColours } from "./brand-look.ts";
import { contrast } from "./colour.ts";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const maybe = { requiredKeys: [] };
const colours: fc.Arbitrary<KitColours> = fc.record({
  light: fc.record({ buttonText: colour, page: colour, card: colour, text: colour }, maybe),
  dark: fc.record({ accent: colour, buttonText: colour, page: colour, card: colour, text: colour }, maybe),
});

test("the house's colours stay as they are", () => {
  expect(groundsOf("#2f5d50").light).toMatchObject({
    page: "#f4f2ee",
    card: "#ffffff",
    ink: "#1d1b18",
    soft: "#57534d",
  });
  expect(refusedPairs("#2f5d50", houseColours)).toEqual([]);
});

/** What somebody ends with who takes each suggestion. */
function mended(accent: string, given: KitColours): KitColours {
  let kept = given;
  for (let tries = 0; tries < 8; tries += 1) {
    const fault = refusedPairs(accent, kept).find(({ suggestion }) => suggestion !== null);
    if (!fault) return kept;
    kept = { ...kept, [fault.ground]: { ...kept[fault.ground], [fault.part]: fault.suggestion } };
  }
  return kept;
}

test("every ink that follows from colours that are kept reads on every ground", () => {
  fc.assert(
    fc.property(colour, colours, (accent, wanted) => {
      const given = mended(accent, wanted);
      fc.pre(refusedPairs(accent, given).length === 0);
      for (const { soft, faint, accentText, card, page, tint } of Object.values(groundsOf(accent, given))) {
        for (const on of [card, page])
          expect(Math.min(contrast(soft, on), contrast(faint, on))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(soft, tint)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accentText, tint)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test("a suggestion, taken, passes", () => {
  fc.assert(
    fc.property(colour, colours, (accent, given) => {
      const [fault] = refusedPairs(accent, given);
      fc.pre(fault?.suggestion != null);
      if (!fault?.suggestion) return;
      const ground = { ...given[fault.ground], [fault.part]: fault.suggestion };
      const after = colourPairs(accent, { ...given, [fault.ground]: ground });
      const mendedPair = after.find(
        ({ ground: where, part, says }) => where === fault.ground && part === fault.part && says === fault.says,
      );
      expect(mendedPair?.passes ?? true).toBe(true);
    }),
  );
});

test.each(["light", "dark"] as const)("refuses pale text on the %s card, and says which colour would do", (ground) => {
  const [fault] = refusedPairs("#2f5d50", { light: {}, dark: {}, [ground]: { card: "#777777", text: "#888888" } });
  expect(fault?.part).toBe("text");
});
