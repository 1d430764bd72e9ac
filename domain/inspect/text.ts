import type { Words } from "../draft.ts";

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
    .replace(/\p{Cf}|\p{Me}|[\uFE00-\uFE0F]|[\u064B-\u0652]|\u0640/gu, "")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/[٪﹪]/g, "%")
    .replace(/[\s\p{Pd}]+/gu, (gap) => (/\s/u.test(gap) ? " " : "-"))
    .toLowerCase();
}

/** The text without slots, which the renderer fills from rows. */
export function withoutSlots(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, " ");
}
