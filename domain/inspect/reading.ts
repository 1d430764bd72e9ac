import type { Words } from "../draft.ts";
import { type KnownName, patternOfName } from "./name-pattern.ts";

/**
 * One field as patterns read it: slots and known names blanked, compatible characters unified, lower case. `at` holds the
 * place in the original text of each character of `folded`, so that whatever is found can be shown where it stands.
 */
export type Reading = { field: keyof Words; paragraph: number; text: string; folded: string; at: number[] };

export type Place = { field: keyof Words; paragraph: number; text: string };

/** Every field of the words with its place; each paragraph is a field of its own. */
export function placesOf(words: Words): Place[] {
  const { subject, preheader, heading, paragraphs, button, postscript } = words;
  return [
    { field: "subject", paragraph: 0, text: subject },
    { field: "preheader", paragraph: 0, text: preheader },
    { field: "heading", paragraph: 0, text: heading },
    ...paragraphs.map((text, paragraph) => ({ field: "paragraphs" as const, paragraph, text })),
    { field: "button", paragraph: 0, text: button },
    ...(postscript ? [{ field: "postscript" as const, paragraph: 0, text: postscript }] : []),
  ];
}

/** Reads a field without its slots and without the names it may say. */
export function readingOf(place: Place, names: KnownName[]): Reading {
  return { ...place, ...folding(blankNames(blankSlots(place.text), names)) };
}

const blank = (text: string) => " ".repeat(text.length);

export function blankSlots(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, blank);
}

/** The longest name first, so that a title goes before a word of it. */
export function blankNames(text: string, names: KnownName[]): string {
  return names.reduce((rest, known) => rest.replace(patternOfName(known), blank), text);
}

// A letter with its marks; the half-width voicing marks of Japanese join their letter too.
const cluster = /\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}+/gu;

/** The text as `foldText` has it, with the place of each of its characters in the original. */
export function folding(text: string): { folded: string; at: number[] } {
  let folded = "";
  const at: number[] = [];
  for (const match of text.matchAll(cluster)) {
    const piece = foldCluster(match[0]);
    if (piece === " " && folded.endsWith(" ")) continue;
    folded += piece;
    for (let unit = 0; unit < piece.length; unit++) at.push(match.index);
  }
  at.push(text.length);
  return { folded, at };
}

function foldCluster(piece: string): string {
  if (/^[a-z.,]$/.test(piece)) return piece;
  return piece
    .normalize("NFKC")
    .replace(/[\p{Cf}\u064B-\u0652\u0640]/gu, "")
    .replace(/\p{Nd}/gu, (digit) => digitOf(digit))
    .replace(/[٪﹪]/g, "%")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/\p{Pd}/gu, "-")
    .toLowerCase();
}

/** Digits of every script as ASCII: decimal digits stand in rows of ten, each row beginning with its zero. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  for (let value = 0; value < 10; value++) {
    const before = code - value - 1;
    if (before < 0 || !/\p{Nd}/u.test(String.fromCodePoint(before))) return String(value);
  }
  return String(code % 10);
}

/** The original words between two places of the folded text. */
export function excerptOf(
  { text, at }: Reading,
  start: number,
  end: number,
): { start: number; end: number; excerpt: string } {
  const from = at[start] ?? 0;
  const to = Math.max(from, at[end] ?? text.length);
  return { start: from, end: to, excerpt: text.slice(from, to) };
}
