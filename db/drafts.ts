import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { Brief, FallbackReason, Finding, Words, Written } from "#domain/draft.ts";
import type { HoldReason } from "#domain/draft-life.ts";
import type { PinnedFacts } from "#domain/revalidation.ts";
import type { OversightMode } from "#domain/sequence.ts";
import { newId } from "./ids.ts";
import { drafts } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

export type Draft = typeof drafts.$inferSelect;

/** What an approval is given to: exactly these words, written from exactly these facts. */
export function draftHash(words: Words, brief: Brief | null): string {
  const { subject, preheader, heading, paragraphs, button, postscript } = words;
  const said = [subject, preheader, heading, paragraphs, button, postscript ?? null];
  return createHash("sha256")
    .update(JSON.stringify([said, canonical(brief)]))
    .digest("hex");
}

/** Keys in order and nothing undefined: the database keeps neither as it was given. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, canonical(part)]);
}

export type DraftAttempt = {
  decisionId: string;
  brief: Brief;
  pattern: string;
  attempt: number;
  written: Written | null;
  fallbackReason: FallbackReason | null;
  findings: Finding[];
  chosen: boolean;
  authorId: string | null;
  replacesDraftId?: string;
  /** What the words stand on, to be compared with at approval and before they leave. */
  pinned?: PinnedFacts | null;
};

export type Oversight = { mode: OversightMode; heldReason: HoldReason | null; reviewDueAt: Date | null };

/** Keeps one try at a decision's words, or the try that gave none. The same attempt twice is one row. Returns its id. */
export async function saveDraft(scope: Scope, made: DraftAttempt, oversight: Oversight, now: Date): Promise<string> {
  const words = made.written?.words ?? null;
  const [row] = await scope.db
    .insert(drafts)
    .values({
      tenantId: scope.tenantId,
      id: newId("draft", now),
      decisionId: made.decisionId,
      attempt: made.attempt,
      writer: made.written?.writer ?? "language_model",
      model: made.written?.model ?? null,
      promptVersion: made.written?.promptVersion ?? "",
      pattern: made.pattern,
      authorId: made.authorId,
      replacesDraftId: made.replacesDraftId ?? null,
      fallbackReason: made.fallbackReason,
      brief: made.brief,
      pinned: made.pinned ?? null,
      words,
      subjects: made.written?.subjects ?? [],
      confidence: made.written?.confidence ?? null,
      findings: made.findings,
      wordsHash: words ? draftHash(words, made.brief) : "",
      language: made.brief.language,
      chosen: made.chosen,
      mode: oversight.mode,
      heldReason: made.chosen ? oversight.heldReason : null,
      reviewDueAt: made.chosen ? oversight.reviewDueAt : null,
      inputTokens: made.written?.inputTokens ?? 0,
      cachedInputTokens: made.written?.cachedInputTokens ?? 0,
      outputTokens: made.written?.outputTokens ?? 0,
      costMicros: made.written?.costMicros ?? 0,
      costCurrency: made.written?.currency ?? null,
      latencyMs: Math.round(made.written?.latencyMs ?? 0),
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: [drafts.tenantId, drafts.decisionId, drafts.attempt],
      set: { attempt: made.attempt },
    })
    .returning({ id: drafts.id });
  if (!row) throw new Error("a draft upsert returned no row");
  return row.id;
}

/** The newest chosen draft of a decision: what is under review or about to be sent. */
export async function chosenDraft(scope: Scope, decisionId: string): Promise<Draft | null> {
  const [row] = await scope.db
    .select()
    .from(drafts)
    .where(and(eq(drafts.tenantId, scope.tenantId), eq(drafts.decisionId, decisionId), eq(drafts.chosen, true)))
    .orderBy(desc(drafts.attempt))
    .limit(1);
  return row ?? null;
}

/** One draft, or null when this tenant has none of that id. */
export async function getDraft(scope: Scope, id: string): Promise<Draft | null> {
  const [row] = await scope.db
    .select()
    .from(drafts)
    .where(and(eq(drafts.tenantId, scope.tenantId), eq(drafts.id, id)));
  return row ?? null;
}
