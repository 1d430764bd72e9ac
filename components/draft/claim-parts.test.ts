import fc from "fast-check";
import { expect, test } from "vitest";
import type { LinkedClaim } from "#domain/inspect.ts";
import { claimsInRendered, partsOf } from "./claim-parts.ts";

const claim = (start: number, end: number, excerpt = ""): LinkedClaim => ({
  ...{ field: "subject", paragraph: 0, start, end, excerpt, factId: "contact.firstName", code: null },
});

test("the parts of a text put together are the text, whatever claims there are", () => {
  const places = fc.array(fc.tuple(fc.nat(40), fc.nat(40)).map(([start, end]) => claim(start, end)));
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), places, (text, claims) => {
      expect(
        partsOf(text, claims)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test("of two claims that overlap the first stays", () => {
  const parts = partsOf("10 % off today", [claim(0, 4), claim(3, 8)]);
  expect(parts.map((part) => [part.text, part.claim !== null])).toEqual([
    ["10 %", true],
    [" off today", false],
  ]);
});

test("a claim is found where it stands once its slot is filled", () => {
  const text = "{{contact.firstName}}, your 2 cups (still) wait";
  const found = claimsInRendered("Ada, your 2 cups (still) wait", { text, claims: [claim(0, 21), claim(28, 29)] });
  expect(found?.map(({ start, end }) => [start, end])).toEqual([
    [0, 3],
    [10, 11],
  ]);
});

test("another text holds none of the claims", () => {
  expect(
    claimsInRendered("Something else", { text: "{{contact.firstName}}, hello", claims: [claim(0, 21)] }),
  ).toBeNull();
});
