import { createHash } from "node:crypto";
import { and, desc, eq, max } from "drizzle-orm";
import type { Brief, FallbackReason, Finding, Spent, Words, Written } from "#domain/draft.ts";
import type { DeadlineAction, Oversight } from "#domain/draft-life.ts";
import type { PinnedFacts } from "#domain/revalidation.ts";
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
  /** What a try took that gave no words. */
  spent?: Spent | null;
  /** The draft of the same pattern whose words serve here too. */
  reusedFrom?: string | null;
  fallbackReason: FallbackReason | null;
  findings: Finding[];
  chosen: boolean;
  authorId: string | null;
  replacesDraftId?: string;
  /** What the words stand on, to be compared with at approval and before they leave. */
  pinned?: PinnedFacts | null;
};

/** What the policy asks of the words: who must look, until when, and what then. */
export type Judgement = { oversight: Oversight; dueAt: Date; atDeadline: DeadlineAction };

/** Keeps one try at a decision's words, or the try that gave none. The same attempt twice is one row. Returns its id. */
export async function saveDraft(scope: Scope, made: DraftAttempt, judged: Judgement, now: Date): Promise<string> {
  const words = made.written?.words ?? null;
  const [row] = await scope.db
    .insert(drafts)
    .values({
      ...{ tenantId: scope.tenantId, id: newId("draft", now), createdAt: now },
      ...{ decisionId: made.decisionId, attempt: made.attempt, chosen: made.chosen, authorId: made.authorId },
      ...{ brief: made.brief, pattern: made.pattern, pinned: made.pinned ?? null, language: made.brief.language },
      ...{ words, wordsHash: words ? draftHash(words, made.brief) : "", findings: made.findings },
      replacesDraftId: made.replacesDraftId ?? null,
      fallbackReason: made.fallbackReason,
      ...writingOf(made),
      reusedFrom: made.reusedFrom ?? null,
      ...judgedAs(made, judged),
    })
    .onConflictDoUpdate({
      target: [drafts.tenantId, drafts.decisionId, drafts.attempt],
      set: { attempt: made.attempt },
    })
    .returning({ id: drafts.id });
  if (!row) throw new Error("a draft upsert returned no row");
  return row.id;
}

/** How words came about and what they cost; a model that gave none is known by its failing. */
function writingOf({ written, spent: lost }: Pick<DraftAttempt, "written" | "spent">) {
  const spent = written ?? lost;
  return {
    writer: written?.writer ?? ("language_model" as const),
    model: spent?.model ?? null,
    promptVersion: spent?.promptVersion ?? "",
    subjects: written?.subjects ?? [],
    confidence: written?.confidence ?? null,
    inputTokens: spent?.inputTokens ?? 0,
    cachedInputTokens: spent?.cachedInputTokens ?? 0,
    outputTokens: spent?.outputTokens ?? 0,
    costMicros: spent?.costMicros ?? 0,
    costCurrency: spent?.currency ?? null,
    latencyMs: Math.round(spent?.latencyMs ?? 0),
  };
}

/** Only the draft that stands for its decision waits for anybody. */
function judgedAs({ chosen }: DraftAttempt, { oversight, dueAt, atDeadline }: Judgement) {
  const holds = chosen ? oversight.holds : [];
  return {
    ...{ mode: oversight.mode, holds, heldReason: holds[0] ?? null, approvalsNeeded: oversight.approvals },
    ...{ sampled: oversight.sampled, reviewDueAt: holds.length > 0 ? dueAt : null, atDeadline },
  };
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

/** The newest attempt at a decision's words, chosen or not; 0 before the first. */
export async function lastAttempt(scope: Scope, decisionId: string): Promise<number> {
  const [row] = await scope.db
    .select({ last: max(drafts.attempt) })
    .from(drafts)
    .where(and(eq(drafts.tenantId, scope.tenantId), eq(drafts.decisionId, decisionId)));
  return row?.last ?? 0;
}

/** Gives a draft that is open again its new deadline. */
export async function setReviewDue(scope: Scope, id: string, dueAt: Date): Promise<void> {
  await scope.db
    .update(drafts)
    .set({ reviewDueAt: dueAt })
    .where(and(eq(drafts.tenantId, scope.tenantId), eq(drafts.id, id)));
}
