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
  "half",
  "shipping",
  "costless",
  "discount",
  "gift",
  "offer",
  "code",
  "exactDeadline",
  "deadline",
  "stock",
  "guarantee",
  "review",
  "health",
  "history",
  "spam",
] as const;
export type ClaimKind = (typeof claimKinds)[number];

export type Patterns = Record<ClaimKind | "percent" | "currency" | "greeting", RegExp> & { numberOfTime: RegExp };

const compiled = new Map<string, Patterns[]>();

/**
 * The patterns to read a text by: its own language's and English, which models fall back to when they obey somebody
 * else. A language that we do not know is read by all of them.
 */
export function patternsFor(tag: string): Patterns[] {
  const language = knownLanguage(tag);
  const known = compiled.get(language ?? "");
  if (known) return known;
  const chosen: readonly Language[] = language ? [...new Set<Language>([language, "en"])] : languages;
  const patterns = chosen.map(compile);
  compiled.set(language ?? "", patterns);
  return patterns;
}

function compile(language: Language): Patterns {
  const lexicon = lexicons[language];
  const spaced = language !== "ja";
  const claims = Object.fromEntries(claimKinds.map((kind) => [kind, whole(lexicon[kind], spaced)]));
  return {
    ...(claims as Record<ClaimKind, RegExp>),
    leak: new RegExp(`${whole(lexicon.leak, spaced).source}|${whole(everywhere.leak, true).source}`, "u"),
    percent: new RegExp(`%|${whole(lexicon.percent, spaced).source}`, "u"),
    currency: new RegExp(
      `\\p{Sc}|${whole(lexicon.currency, spaced).source}|${whole(everywhere.currency, true).source}`,
      "u",
    ),
    greeting: new RegExp(`^(?:${lexicon.greeting})\\s+(?=(\\p{Lu}[\\p{L}'’-]+)\\s*[,!،])`, "iu"),
    numberOfTime: whole(`(?:${lexicon.numberWords})${spaced ? " (?:\\p{L}+ )?" : ""}(?:${lexicon.timeUnits})`, spaced),
  };
}

/** Arabic writes its article and prepositions onto the word, so that a word may begin inside one. */
function whole(inside: string, spaced: boolean): RegExp {
  if (!spaced) return new RegExp(`(?:${inside})`, "u");
  return new RegExp(`(?<!\\p{L})(?:ال|وال|بال|لل|و|ب|ل)?(?:${inside})(?!\\p{L})`, "u");
}
