import { z } from "zod";
import type { Words } from "#domain/draft.ts";
import { WriterFault } from "../writing.ts";

/** The shape asked of a model. Lengths are no part of it: providers refuse schemas with them, and `inspect` measures. */
export const wordsSchema = z.object({
  subject: z.string(),
  preheader: z.string(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  button: z.string(),
});

export type Answer = { words: Words; inputTokens: number; outputTokens: number };

type Usage = { inputTokens: number | undefined; outputTokens: number | undefined } | undefined;

const longestAnswer = 20_000;

/** Reads words out of an answer, also out of one that wraps its JSON in a fence or in talk. */
export function salvage(text: string, usage: Usage): Answer {
  const parsed = wordsSchema.safeParse(jsonIn(text));
  if (!parsed.success) throw new WriterFault("malformed_output");
  const { subject, preheader, heading, paragraphs, button } = parsed.data;
  return {
    words: {
      subject: tidy(subject),
      preheader: tidy(preheader),
      heading: tidy(heading),
      paragraphs: paragraphs.map(tidy).filter((paragraph) => paragraph !== ""),
      button: tidy(button),
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
