import type { Brief, Words } from "../draft.ts";

/** One field of the words; each paragraph is a field of its own. */
export type Field = { field: keyof Words; text: string };

export function fieldsOf(words: Words): Field[] {
  const { subject, preheader, heading, paragraphs, button, postscript } = words;
  return [
    { field: "subject", text: subject },
    { field: "preheader", text: preheader },
    { field: "heading", text: heading },
    ...paragraphs.map((text) => ({ field: "paragraphs" as const, text })),
    { field: "button", text: button },
    ...(postscript ? [{ field: "postscript" as const, text: postscript }] : []),
  ];
}

/** A text in the form that patterns read: compatible characters unified, nothing hidden, digits of Arabic as ASCII, lower case. */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cf}\u064B-\u0652\u0640]/gu, "")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/[٪﹪]/g, "%")
    .replace(/[\s\p{Pd}]+/gu, (gap) => (/\s/u.test(gap) ? " " : "-"))
    .toLowerCase();
}

/** The text without slots, which the renderer fills from rows. */
export function withoutSlots(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, " ");
}

/** The text without the names that it may say: the longest first, so that a title goes before a word of it. */
export function withoutNames(text: string, names: string[]): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .reduce(
      (rest, name) => rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, "giu"), " "),
      text,
    );
}

/** Every name that the brief holds. */
export function namesIn(brief: Brief): { products: string[]; others: string[] } {
  const products = brief.lines.flatMap((line) => [line.title, line.variantTitle ?? ""]);
  const others = [brief.brand.name, brief.contact.firstName ?? ""];
  const long = (name: string) => name.trim().length > 1;
  return { products: products.filter(long), others: others.filter(long) };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
