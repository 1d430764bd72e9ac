import type { Finding } from "../draft.ts";
import { knownLanguage } from "../language.ts";
import type { Claim } from "./claim.ts";
import type { Place } from "./reading.ts";

/**
 * What words that are not known to be harmless amount to. One of them in a sentence is most often just a word, and is
 * flagged; two are a statement that nobody can vouch for, and a capital inside a sentence is somebody's or something's
 * name: those block.
 */
export function unprovenFindings(unknown: Claim[], place: Place, language: string): Finding[] {
  const names = unknown.filter((claim) => isName(claim, place, language));
  const others = unknown.filter((claim) => !names.includes(claim));
  const bySentence = Map.groupBy(others, ({ start }) => sentenceOf(place.text, start));
  return [
    ...names.map(({ excerpt }): Finding => ({ ...named, field: place.field, excerpt: excerpt.slice(0, 80) })),
    ...[...bySentence.values()].map((claims): Finding => {
      const words = [...new Set(claims.map(({ excerpt }) => excerpt))];
      const severity = words.length > 1 ? "block" : "flag";
      return { code: "unproven_words", severity, field: place.field, excerpt: words.join(", ").slice(0, 80) };
    }),
  ];
}

const named = { code: "unknown_name", severity: "block" } as const;

const sentenceEnd = /[.!?。！？؟…]+\s*/gu;

/** Which sentence of a text a place is in. A full stop inside a slot ends none, which moves no word to another's. */
function sentenceOf(text: string, place: number): number {
  return [...text.replace(/\{\{[^{}]*\}\}/g, (slot) => " ".repeat(slot.length)).matchAll(sentenceEnd)].filter(
    (end) => end.index < place,
  ).length;
}

/** German writes every noun with a capital, and headlines may write every word so. */
function isName({ start, excerpt }: Claim, { text, field }: Place, language: string): boolean {
  if (knownLanguage(language) === "de" || !/^\p{Lu}\p{Ll}/u.test(excerpt)) return false;
  const before = text.slice(0, start).trimEnd();
  if (before === "" || /[.!?:;…¿¡"“«(–—-]$/u.test(before)) return false;
  return field === "paragraphs" || field === "postscript" || field === "preheader" || !isHeadline(text);
}

function isHeadline(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2;
}
