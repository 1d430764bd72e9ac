import type { FindingCode, Words } from "#domain/draft.ts";
import type { LinkedClaim } from "#domain/inspect.ts";

export type TextPart = { text: string; claim: LinkedClaim | null };

/** One text of the words cut at its claims, in order and without overlap: of two that overlap the first stays. */
export function partsOf(text: string, claims: LinkedClaim[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const claim of [...claims].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (claim.start < at || claim.end > text.length || claim.end <= claim.start) continue;
    if (claim.start > at) parts.push({ text: text.slice(at, claim.start), claim: null });
    parts.push({ text: text.slice(claim.start, claim.end), claim });
    at = claim.end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), claim: null });
  return parts;
}

export type PlacedText = { field: keyof Words; paragraph: number; text: string; claims: LinkedClaim[] };

/** Every text of the words with the claims that stand in it. */
export function placedTexts(words: Words, claims: LinkedClaim[]): PlacedText[] {
  const texts: [keyof Words, string[]][] = [
    ["subject", [words.subject]],
    ["preheader", [words.preheader]],
    ["heading", [words.heading]],
    ["paragraphs", words.paragraphs],
    ["button", [words.button]],
    ["postscript", words.postscript ? [words.postscript] : []],
  ];
  return texts.flatMap(([field, lines]) =>
    lines.map((text, paragraph) => ({
      ...{ field, paragraph, text },
      claims: claims.filter((claim) => claim.field === field && claim.paragraph === paragraph),
    })),
  );
}

const forAPerson: FindingCode[] = ["unproven_words", "spam_phrase", "avoided_word"];

/** Whether a person may judge what was found, other than a claim without its fact. */
export function isForAPerson(code: FindingCode): boolean {
  return forAPerson.includes(code);
}

/** What a claim is linked by: its fact, or itself when nothing backs it. */
export function linkOf(claim: LinkedClaim): string {
  return claim.factId ?? `${claim.code}:${claim.field}:${claim.paragraph}:${claim.start}`;
}

const slot = /\{\{[^{}]*\}\}/u;

/** The claims of a text at the places where they stand once its slots are filled; null when `rendered` is another text. */
export function claimsInRendered(rendered: string, { text, claims }: Pick<PlacedText, "text" | "claims">) {
  const parts = partsOf(text, claims);
  const pattern = parts.map((part) => (part.claim ? `(${filled(part.text)})` : filled(part.text))).join("");
  const spans = new RegExp(`^\\s*${pattern}\\s*$`, "du").exec(rendered)?.indices;
  if (!spans) return null;
  const marked = parts.flatMap(({ claim }) => (claim ? [claim] : []));
  return marked.flatMap((claim, index): LinkedClaim[] => {
    const [start, end] = spans[index + 1] ?? [0, 0];
    return end > start ? [{ ...claim, start, end }] : [];
  });
}

/** A pattern for a piece of text once it is rendered: any value for a slot, any space for a space. */
function filled(text: string): string {
  return text
    .split(/(\{\{[^{}]*\}\})/u)
    .map((piece) =>
      slot.test(piece) ? "[\\s\\S]*?" : piece.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&").replaceAll(/\s+/gu, "\\s+"),
    )
    .join("");
}
