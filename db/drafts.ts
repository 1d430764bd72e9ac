import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { Brief, FallbackReason, Finding, Words, Written } from "#domain/draft.ts";
import type { HeldReason } from "#domain/review.ts";
import type { OversightMode } from "#domain/sequence.ts";
import { newId } from "./ids.ts";
import { drafts } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

export type Draft = typeof drafts.$inferSelect;

/** What an approval is given to: exactly these words. */
export function wordsHash(words: Words): string {
  const { subject, preheader, heading, paragraphs, button } = words;
  return createHash("sha256")
    .update(JSON.stringify([subject, preheader, heading, paragraphs, button]))
    .digest("hex");
}

export type DraftAttempt = {
  decisionId: string;
  brief: Brief;
  attempt: number;
  written: Written | null;
  fallbackReason: FallbackReason | null;
  findings: Finding[];
  chosen: boolean;
  authorId: string | null;
  replacesDraftId?: string;
};

export type Oversight = { mode: OversightMode; heldReason: HeldReason | null; reviewDueAt: Date | null };

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
      authorId: made.authorId,
      replacesDraftId: made.replacesDraftId ?? null,
      fallbackReason: made.fallbackReason,
      brief: made.brief,
      words,
      findings: made.findings,
      wordsHash: words ? wordsHash(words) : "",
      language: made.brief.language,
      chosen: made.chosen,
      mode: oversight.mode,
      heldReason: made.chosen ? oversight.heldReason : null,
      reviewDueAt: made.chosen ? oversight.reviewDueAt : null,
      inputTokens: made.written?.inputTokens ?? 0,
      outputTokens: made.written?.outputTokens ?? 0,
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
