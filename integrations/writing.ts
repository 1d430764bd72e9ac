import type { Brief, FallbackReason, Finding, Words, WriterName, Written } from "#domain/draft.ts";

/** `seed` makes the scripted writer repeatable; `corrections` are a refused draft and what was wrong with it. */
export type WriteOptions = {
  seed: string;
  signal?: AbortSignal;
  corrections?: { words: Words; findings: Finding[] };
};

/** Turns a brief into words. Throws nothing but WriterFault. */
export type Writer = { name: WriterName; write(brief: Brief, options: WriteOptions): Promise<Written> };

/** Why a writer gave no words. */
export class WriterFault extends Error {
  readonly reason: FallbackReason;

  constructor(reason: FallbackReason, options?: { cause?: unknown }) {
    super(`the writer failed: ${reason}`, options);
    this.name = "WriterFault";
    this.reason = reason;
  }
}
