import type { Brief, FallbackReason, Finding, Spent, Words, WriterName, Written } from "#domain/draft.ts";

/** `seed` makes the scripted writer repeatable; `corrections` are a refused draft and what was wrong with it. */
export type WriteOptions = {
  seed: string;
  signal?: AbortSignal;
  corrections?: { words: Words; findings: Finding[] };
};

/** Turns a brief into words. Throws nothing but WriterFault. */
export type Writer = { name: WriterName; write(brief: Brief, options: WriteOptions): Promise<Written> };

/** Why a writer gave no words, and what it took all the same. */
export class WriterFault extends Error {
  readonly reason: FallbackReason;
  readonly spent: Spent | null;

  constructor(reason: FallbackReason, { cause, spent = null }: { cause?: unknown; spent?: Spent | null } = {}) {
    super(`the writer failed: ${reason}`, { cause });
    this.name = "WriterFault";
    this.reason = reason;
    this.spent = spent;
  }
}
