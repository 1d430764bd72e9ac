import { expect, test } from "vitest";
import { spellingsOf } from "./spellings.ts";

test("a plain address has few spellings, so that few are looked for", () => {
  expect(spellingsOf(" Mia@Example.com").sort()).toEqual(["mia%40example.com", "mia@example.com"]);
});

test("an address of another script is spelt in both alphabets, in either composition and case, and escaped", () => {
  const spellings = spellingsOf("zoë+x@xn--bcher-kva.example");
  for (const one of [
    ...["zoë+x@bücher.example", "zoË+x@bÜcher.example", "zoe\u0308+x@bu\u0308cher.example"],
    ...["zo\\u00eb+x@b\\u00fccher.example", "zo%c3%ab%2bx%40b%c3%bccher.example", "zoë+x@xn--bcher-kva.example"],
  ]) {
    expect(spellings).toContain(one);
  }
});

test("nothing is no spelling of anything", () => {
  expect(spellingsOf("  ")).toEqual([]);
});
