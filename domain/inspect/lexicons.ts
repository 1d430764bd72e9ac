import { knownLanguage, type Language, languages } from "../language.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { everywhere, type Lexicon } from "./lexicon.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";

export const lexicons: Record<Language, Lexicon> = { en, de, fr, es, it, pt, nl, pl, ja, ar };

/** The parts of a lexicon that are claims, in the order in which they are looked for. */
export const claimKinds = [
  "leak",
  "scraps",
  "half",
  "shipping",
  "costless",
  "discount",
  "gift",
  "surprise",
  "offer",
  "code",
  "exactDeadline",
  "deadline",
  "urgency",
  "delivery",
  "review",
  "demand",
  "scarce",
  "stock",
  "guarantee",
  "returns",
  "praise",
  "health",
  "effect",
  "history",
  "past",
  "price",
  "quantity",
  "spam",
] as const;
export type ClaimKind = (typeof claimKinds)[number];

export type Patterns = Record<ClaimKind | "percent" | "currency" | "greeting", RegExp> & { numberOfTime: RegExp };

const compiled = new Map<string, Patterns[]>();

/** Kinds whose words mean something else in a neighbouring language too often to be read in it. */
const ownOnly: ClaimKind[] = [
  ...(["surprise", "urgency", "delivery", "demand", "scarce", "returns", "praise", "effect", "past"] as const),
  ...(["price", "quantity", "scraps"] as const),
];

/**
 * The patterns to read a text by: its own language's and English, which models fall back to when they obey somebody
 * else. A language that we do not know is read by all of them.
 */
export function patternsFor(tag: string): Patterns[] {
  const language = knownLanguage(tag);
  const known = compiled.get(language ?? "");
  if (known) return known;
  const patterns = language
    ? [compile(language), ...(language === "en" ? [] : [withoutKinds(compile("en"), ownOnly)])]
    : languages.map(compile);
  compiled.set(language ?? "", patterns);
  return patterns;
}

function withoutKinds(patterns: Patterns, kinds: ClaimKind[]): Patterns {
  return { ...patterns, ...Object.fromEntries(kinds.map((kind) => [kind, /(?!)/gu])) };
}

function compile(language: Language): Patterns {
  const lexicon = lexicons[language];
  const claims = Object.fromEntries(claimKinds.map((kind) => [kind, whole(lexicon[kind], language)]));
  const either = (...sources: string[]) => new RegExp(sources.join("|"), "gu");
  return {
    ...(claims as Record<ClaimKind, RegExp>),
    leak: either(whole(lexicon.leak, language).source, whole(everywhere.leak, "en").source),
    percent: either("%", whole(lexicon.percent, language).source),
    currency: either("\\p{Sc}", whole(lexicon.currency, language).source, whole(everywhere.currency, "en").source),
    greeting: new RegExp(`^(?:${lexicon.greeting})\\s+(?=(\\p{Lu}[\\p{L}'’-]+)\\s*[,!،])`, "iu"),
    numberOfTime: whole(
      `(?:${lexicon.numberWords})${language === "ja" ? "" : " (?:\\p{L}+ )?"}(?:${lexicon.timeUnits})`,
      language,
    ),
  };
}

/** Arabic writes its article and prepositions onto the word, so that a word may begin inside one. */
function whole(inside: string, language: Language): RegExp {
  if (language === "ja") return new RegExp(`(?:${inside})`, "gu");
  const joined = language === "ar" ? "(?:[وف]?(?:ال|بال|كال|لل|[بلكس])?)" : "";
  return new RegExp(`(?<!\\p{L})${joined}(?:${inside})(?!\\p{L})`, "gu");
}
