import { placeDraft } from "#db/draft-place.ts";
import { draftHash, lastAttempt, saveDraft } from "#db/drafts.ts";
import { type Standing, storeAct } from "#db/lives.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import type { Brief, Finding, Words, Written } from "#domain/draft.ts";
import type { LifeKind } from "#domain/draft-life.ts";
import { inspect, refusesPerson } from "#domain/inspect.ts";
import { advance } from "#domain/review.ts";
import { loadSnapshot } from "./load-snapshot.ts";
import { overseeDraft } from "./oversee-draft.ts";
import { refusalError } from "./refused-act.ts";
import type { Answering } from "./reviewer.ts";

type Edit = { standing: Standing; words: Words | undefined; input: { wordsHash: string }; who: Answering };

/**
 * Keeps edited words as a draft of their own, which void whatever was approved before. They wait for somebody other than
 * their author, or, where the policy holds nothing of them, go on by it.
 */
export async function saveEdit(
  scope: Scope,
  { standing, words, input, who }: Edit,
  now: Date,
): Promise<{ reviewId: string; state: LifeKind }> {
  const { draft, decision } = standing;
  const { brief, pattern, pinned } = draft;
  if (!words || !brief) throw new AppError("invalid", "An edit needs the edited words.", "words");
  const findings = inspected(words, brief);
  const judged = await judge(scope, { standing, findings: findings.length }, now);
  const hash = draftHash(words, brief);
  const event = { kind: "edited", by: who.by, hash: input.wordsHash, newHash: hash, ...judged } as const;
  const life = advance(standing.life, event);
  if (life.kind === "refused") throw refusalError(life, standing.life);
  const made = { decisionId: decision.id, brief, pattern, pinned, findings, written: writtenByHand(words) };
  const place = { attempt: (await lastAttempt(scope, decision.id)) + 1, chosen: true, fallbackReason: null };
  const authorId = who.by.kind === "policy" ? null : who.by.id;
  const editedDraftId = await saveDraft(scope, { ...made, ...place, authorId, replacesDraftId: draft.id }, judged, now);
  const act = { kind: "edited" as const, editedDraftId, viaKeyId: who.viaKeyId };
  const reviewId = await storeAct(scope, standing, { act, by: who.by, leaves: "written", now });
  await placeDraft(scope, editedDraftId, life.kind, now);
  return { reviewId, state: life.kind };
}

function inspected(words: Words, brief: Brief): Finding[] {
  const findings = inspect(words, brief);
  const blocked = findings.find(refusesPerson);
  if (!blocked) return findings;
  const { field, code } = blocked;
  throw new AppError("invalid", `The ${field} claims what the facts do not hold: ${code}.`, `words.${field}`);
}

async function judge(scope: Scope, { standing, findings }: { standing: Standing; findings: number }, now: Date) {
  const { decision, draft } = standing;
  const { enrollmentId, position } = decision;
  const loaded = await loadSnapshot(
    scope,
    { enrollmentId, position, exceptMessageId: standing.message?.id ?? null },
    now,
  );
  if (!loaded) throw new AppError("conflict", "This draft will not be sent any more.");
  const seen = {
    ...{ findings, confidence: null, language: draft.language, vip: draft.brief?.contact.vip ?? false },
    incentivePercent: draft.pinned?.incentive?.percent ?? draft.brief?.incentive?.percent ?? null,
  };
  return overseeDraft(scope, { loaded, seen, seed: decision.id }, now);
}

function writtenByHand(words: Words): Written {
  return {
    ...{ words, subjects: [words.subject], writer: "member", model: null, promptVersion: "" },
    ...{ inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costMicros: 0, currency: null },
    ...{ confidence: null, latencyMs: 0 },
  };
}
