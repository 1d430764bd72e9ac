import { z } from "zod";
import { framed } from "#domain/answer-words.ts";
import type { FallbackReason, Words } from "#domain/draft.ts";
import type { TokenUse } from "#domain/writer-settings.ts";

/** The shape asked of a model. Lengths are no part of it: providers refuse schemas with them, and `inspect` measures. */
export const wordsSchema = z.object({
  subjects: z.array(z.string()),
  preheader: z.string(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  button: z.string(),
  postscript: z.string().nullable(),
});

/** The shape asked of an answer to a mail. */
export const paragraphsSchema = z.object({ paragraphs: z.array(z.string()) });

/** `words.subject` is the first of the candidates in `subjects`. */
export type Answer = { words: Words; subjects: string[] };

/** What a model said, and how it ended. */
export type Said = { text: string; finishReason: string; rawFinishReason?: string; calledTools?: boolean };

type SaidUsage =
  | {
      inputTokens: number | undefined;
      inputTokenDetails?: { cacheReadTokens: number | undefined };
      outputTokens: number | undefined;
    }
  | undefined;

/** Tokens as the provider counted them; what it did not count is 0. */
export function tokensOf(usage: SaidUsage): TokenUse {
  return {
    inputTokens: usage?.inputTokens ?? 0,
    cachedInputTokens: usage?.inputTokenDetails?.cacheReadTokens ?? 0,
    outputTokens: usage?.outputTokens ?? 0,
  };
}

const longestAnswer = 20_000;

/** Why an answer cannot hold words, by how it ended and what it looks like; null when it may. */
export function faultInAnswer({ text, finishReason, rawFinishReason = "", calledTools }: Said): FallbackReason | null {
  if (finishReason === "content-filter") return filtering.test(rawFinishReason) ? "filtered" : "refused";
  if (calledTools || finishReason === "tool-calls") return "tool_call";
  if (text.length > longestAnswer) return "too_long";
  if (finishReason === "length") return "cut_off";
  if (text.trim() === "") return "empty_answer";
  return !text.includes("{") && refusal.test(text) ? "refused" : null;
}

// Providers say it in words of their own: content_filter, SAFETY, PROHIBITED_CONTENT, RECITATION.
const filtering = /filter|safety|block|prohibit|recit|spii/i;
const refusal = /\b(?:I(?:'|’)?m sorry|I can(?:no|'|’)?t|I cannot|I(?:'m| am) (?:not able|unable)|I won(?:'|’)t)\b/i;

/** Reads words out of an answer, also out of one that wraps its JSON in a fence or in talk. */
export function salvage(text: string): Answer | null {
  const parsed = wordsSchema.partial({ postscript: true }).safeParse(jsonIn(text));
  if (!parsed.success) return null;
  const { preheader, heading, paragraphs, button, postscript } = parsed.data;
  const subjects = [...new Set(parsed.data.subjects.map(tidy).filter((subject) => subject !== ""))].slice(0, 3);
  const [subject] = subjects;
  if (!subject) return null;
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
  };
}

/** The same for an answer to a mail, which has paragraphs only. */
export function salvageParagraphs(text: string): Answer | null {
  const parsed = paragraphsSchema.safeParse(jsonIn(text));
  const paragraphs = (parsed.data?.paragraphs ?? []).map(tidy).filter((paragraph) => paragraph !== "");
  if (paragraphs.length === 0) return null;
  const words = framed(paragraphs);
  return { words, subjects: [words.subject] };
}

function jsonIn(text: string): unknown {
  const from = text.indexOf("{");
  const to = text.lastIndexOf("}");
  if (from < 0 || to < from) return null;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return null;
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
