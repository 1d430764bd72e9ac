import { expect, test } from "vitest";
import type { Words } from "#domain/draft.ts";
import { claimsInField, typedOf, wordsOf } from "./edited-words.ts";

const words: Words = {
  ...{ subject: "Hello", preheader: "", heading: "Still here", button: "Back", postscript: null },
  paragraphs: ["One line\nand its second.", "Another."],
};

test("words that nobody changed come back as they were", () => {
  expect(wordsOf(typedOf(words))).toEqual(words);
});

test("empty lines part paragraphs, however many and at either end", () => {
  expect(wordsOf({ ...typedOf(words), paragraphs: "\n\n One. \n\n\n\nTwo.\n" }).paragraphs).toEqual(["One.", "Two."]);
});

test("a text without words keeps one empty paragraph", () => {
  expect(wordsOf({ ...typedOf(words), paragraphs: "  \n " }).paragraphs).toEqual([""]);
});

test("a claim in a later paragraph is marked where it stands in the whole text", () => {
  const typed = { ...typedOf(words), paragraphs: "First.\n\n\n Only 2 left." };
  const found = {
    field: "paragraphs",
    paragraph: 1,
    start: 0,
    end: 6,
    excerpt: "Only 2",
    factId: null,
    code: "stock",
  } as const;
  const [claim] = claimsInField("paragraphs", typed, [found]);
  expect(typed.paragraphs.slice(claim?.start, claim?.end)).toBe("Only 2");
});
