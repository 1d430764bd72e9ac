import type { Language } from "#domain/language.ts";

const names = new Intl.DisplayNames("en", { type: "language" });

/** A language as English calls it. */
export function languageName(language: Language): string {
  return names.of(language) ?? language;
}
