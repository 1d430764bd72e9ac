import { z } from "zod";
import type { Words } from "#domain/draft.ts";
import { WriterFault } from "../writing.ts";

/** The shape asked of a model. Lengths are no part of it: providers refuse schemas with them, and `inspect` measures. */
export const wordsSchema = z.object({
  subjects: z.array(z.string()),
  preheader: z.string(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  button: z.string(),
  postscript: z.string().nullable(),
});

/** `words.subject` is the first of the candidates in `subjects`. */
export type Answer = { words: Words; subjects: string[]; inputTokens: number; outputTokens: number };

type Usage = { inputTokens: number | undefined; outputTokens: number | undefined } | undefined;

const longestAnswer = 20_000;

/** Reads words out of an answer, also out of one that wraps its JSON in a fence or in talk. */
export function salvage(text: string, usage: Usage): Answer {
  const parsed = wordsSchema.partial({ postscript: true }).safeParse(jsonIn(text));
  if (!parsed.success) throw new WriterFault("malformed_output");
  const { preheader, heading, paragraphs, button, postscript } = parsed.data;
  const subjects = [...new Set(parsed.data.subjects.map(tidy).filter((subject) => subject !== ""))].slice(0, 3);
  const [subject] = subjects;
  if (!subject) throw new WriterFault("malformed_output");
  return {
    subjects,
    words: {
      subject,
      preheader: tidy(preheader),
      heading: tidy(heading),
      paragraphs: paragraphs.map(tidy).filter((paragraph) => paragraph !== ""),
      button: tidy(button),
      postscript: tidy(postscript ?? "") || null,
    },
    inputTokens: usage?.inputTokens ?? 0,
    outputTokens: usage?.outputTokens ?? 0,
  };
}

function jsonIn(text: string): unknown {
  const from = text.indexOf("{");
  const to = text.lastIndexOf("}");
  if (from < 0 || to < from || text.length > longestAnswer) return null;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return null;
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
