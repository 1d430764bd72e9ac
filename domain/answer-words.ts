import type { Words } from "./draft.ts";

/** The paragraphs of an answer as words: what frames a message beside them is not said in an answer. */
export function framed(paragraphs: string[]): Words {
  return { subject: "…", preheader: "…", heading: "…", paragraphs, button: "…", postscript: null };
}
