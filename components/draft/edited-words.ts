import type { Words } from "#domain/draft.ts";
import type { LinkedClaim } from "#domain/inspect.ts";

/** Words while somebody types: the paragraphs are one text, so that spaces and empty lines stay as typed. */
export type TypedWords = Record<keyof Words, string>;

export function typedOf(words: Words): TypedWords {
  return { ...words, paragraphs: words.paragraphs.join("\n\n"), postscript: words.postscript ?? "" };
}

export function wordsOf(typed: TypedWords): Words {
  const paragraphs = paragraphPlaces(typed.paragraphs).map(({ text }) => text);
  const postscript = typed.postscript.trim();
  return { ...typed, paragraphs: paragraphs.length > 0 ? paragraphs : [""], postscript: postscript || null };
}

/** The paragraphs of a typed text and where each begins in it; empty lines part them. */
function paragraphPlaces(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)].map(({ 0: found, index }) => ({
    text: found.trimEnd(),
    start: index,
  }));
}

/** The claims of one field at their places in the typed text. */
export function claimsInField(field: keyof Words, typed: TypedWords, claims: LinkedClaim[]): LinkedClaim[] {
  const own = claims.filter((claim) => claim.field === field);
  if (field !== "paragraphs") return own;
  const places = paragraphPlaces(typed.paragraphs);
  return own.map((claim) => {
    const from = places[claim.paragraph]?.start ?? 0;
    return { ...claim, start: claim.start + from, end: claim.end + from };
  });
}

/** All of the words as one text, to be read or copied. */
export function plainWords({ subject, preheader, heading, paragraphs, button, postscript }: Words): string {
  return [subject, preheader, heading, ...paragraphs, button, postscript].filter(Boolean).join("\n");
}
