import type { FallbackReason, Finding, Words, WriterName } from "./draft.ts";

/** What a try gave: the words that would stand, what was found in the model's own, and what all of it took. */
export type WriterTrial = {
  words: Words | null;
  writer: WriterName | null;
  model: string | null;
  reason: FallbackReason | null;
  findings: Finding[];
  tries: number;
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  costMicros: number | null;
  currency: string | null;
  latencyMs: number;
};
