import { expect, test } from "vitest";
import { directionOf, knownLanguage, languageOf, localeOf } from "./language.ts";

test.each([
  ["de-AT", "de", "de-AT"],
  ["pt_BR", "pt", "pt-BR"],
  ["EN", "en", "en"],
  ["ar-EG", "ar", "ar"],
  ["sv-SE", "en", "en"],
  ["", "en", "en"],
  ["de-!!", "de", "de"],
  [null, "en", "en"],
] as const)("writes to a reader of %s in %s by the rules of %s", (tag, language, locale) => {
  expect(languageOf(tag)).toBe(language);
  expect(localeOf(tag)).toBe(locale);
});

test("knows only its own languages and writes Arabic from the right", () => {
  expect(knownLanguage("sv")).toBeNull();
  expect([directionOf("ar"), directionOf("ja")]).toEqual(["rtl", "ltr"]);
});
