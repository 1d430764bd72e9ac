import type { Words } from "./draft.ts";

/** The paragraphs of an answer as words: what frames a message beside them is not said in an answer. */
export function framed(paragraphs: string[]): Words {
  return { subject: "…", preheader: "…", heading: "…", paragraphs, button: "…", postscript: null };
}

const mostSubject = 280;

/** The subject of an answer: theirs behind one `Re:`, whatever stood before it, and nothing that could break a header. */
export function answerSubject(subject: string): string {
  const theirs = subject
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/^(?:\s*(?:re|aw|antw|sv|r|odp|返信|رد)\s*:)+/iu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return `Re: ${[...theirs].slice(0, mostSubject).join("")}`.trim();
}
