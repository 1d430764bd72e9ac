export const languages = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"] as const;
/** The languages that Comeback speaks to shoppers. */
export type Language = (typeof languages)[number];

/** The language of a tag such as "de-AT", or null when it is none of ours. */
export function knownLanguage(tag: string | null): Language | null {
  const base = (tag ?? "").trim().toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === base) ?? null;
}

/** The language to write in for a tag; English when it is not one of ours. */
export function languageOf(tag: string | null): Language {
  return knownLanguage(tag) ?? "en";
}

/**
 * The tag to write numbers, money and dates by: the contact's own with its region, when we speak its language. Arabic
 * goes without its region, so that all digits of a message are of one kind.
 */
export function localeOf(tag: string | null): string {
  const language = languageOf(tag);
  if (language === "ar") return language;
  const [own] = knownLanguage(tag) ? canonical((tag ?? "").trim().replace(/_/g, "-")) : [];
  return own ?? language;
}

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}

/** The direction in which a language is written. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}
