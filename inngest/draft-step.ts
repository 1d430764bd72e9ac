import { getDecision } from "#db/decisions.ts";
import { chosenDraft, type Draft, type Oversight, saveDraft } from "#db/drafts.ts";
import { setNextDue } from "#db/enrollments.ts";
import { getIncentive } from "#db/incentives.ts";
import { factsToPin } from "#db/pinned-facts.ts";
import { reviewOf } from "#db/reviews.ts";
import { type Scope, withScope } from "#db/scope.ts";
import type { Brief } from "#domain/draft.ts";
import { patternOf } from "#domain/draft-pattern.ts";
import { defaultOversight, oversee } from "#domain/oversight.ts";
import type { PinnedFacts } from "#domain/revalidation.ts";
import { type Attempt, writeInspected, writerFor } from "#integrations/writer.ts";
import { loadBrief } from "./load-brief.ts";
import { type Loaded, loadSnapshot } from "./load-snapshot.ts";
import { configuredWriter } from "./outside.ts";

/** Whether the draft waits for a person, and until when. */
export type Drafted = { draftId: string; reviewDueAt: string | null };

/** Writes and inspects a decision's words, and keeps every try. Words that exist are never written again. */
export async function draftStep(tenantId: string, decisionId: string, now: Date): Promise<Drafted | null> {
  const before = await withScope(tenantId, (scope) => briefOrDraft(scope, decisionId, now));
  if (!before) return null;
  if (before.kind === "drafted") return drafted(before.draft, before.reviewed);
  const { attempts } = await writeInspected(before.brief, {
    writer: configuredWriter(),
    fallback: writerFor({ kind: "scripted" }),
    seed: decisionId,
  });
  return withScope(tenantId, async (scope) => {
    const oversight = oversightOf(before.loaded, attempts, { seed: decisionId, now });
    for (const [index, made] of attempts.entries()) {
      const place = {
        decisionId,
        brief: before.brief,
        pattern: before.pattern,
        pinned: before.pinned,
        attempt: index + 1,
        chosen: index === attempts.length - 1,
        authorId: null,
      };
      await saveDraft(scope, { ...place, ...made }, oversight, now);
    }
    const draft = await chosenDraft(scope, decisionId);
    if (!draft) throw new Error(`no draft was kept for ${decisionId}`);
    if (oversight.reviewDueAt) await setNextDue(scope, before.loaded.enrollment.id, oversight.reviewDueAt);
    return drafted(draft, false);
  });
}

function drafted(draft: Draft, reviewed: boolean): Drafted {
  return {
    draftId: draft.id,
    reviewDueAt: draft.heldReason && !reviewed ? (draft.reviewDueAt?.toISOString() ?? null) : null,
  };
}

type Before =
  | { kind: "drafted"; draft: Draft; reviewed: boolean }
  | { kind: "brief"; brief: Brief; pattern: string; pinned: PinnedFacts | null; loaded: Loaded };

async function briefOrDraft(scope: Scope, decisionId: string, now: Date): Promise<Before | null> {
  const draft = await chosenDraft(scope, decisionId);
  if (draft) return { kind: "drafted", draft, reviewed: (await reviewOf(scope, draft.id)) !== null };
  const decision = await getDecision(scope, decisionId);
  if (!decision) return null;
  const { enrollmentId, position } = decision;
  const loaded = await loadSnapshot(scope, { enrollmentId, position, exceptMessageId: null }, now);
  if (!loaded?.step) return null;
  const { cart, contact, step, policy, enrollment } = loaded;
  const { incentiveId } = decision;
  const incentive = incentiveId ? await getIncentive(scope, incentiveId) : null;
  const asked = { step: { ...step, position }, cart, contact, incentive, loyaltyLine: policy.loyaltyLine };
  const brief = await loadBrief(scope, asked, now);
  const { language, contact: of } = brief;
  const segment = { sequenceId: enrollment.sequenceId, stepId: step.id, language, returning: of.returning };
  const pinned = await factsToPin(scope, decisionId);
  return { kind: "brief", brief, pattern: patternOf({ ...segment, incentiveId }), pinned, loaded };
}

function oversightOf(
  { step, policy, cart }: Loaded,
  attempts: Attempt[],
  place: { seed: string; now: Date },
): Oversight {
  const modes = { tenantMode: policy.oversightMode, sequenceMode: null, stepMode: step?.oversight ?? null };
  const asked = oversee(
    { ...defaultOversight, ...modes, stepDemoted: false, samplePercent: 0 },
    {
      findings: attempts.at(-1)?.findings.length ?? 0,
      confidence: attempts.at(-1)?.written?.confidence ?? null,
      incentivePercent: null,
      cart: { total: cart.totals.total, currency: cart.currency },
      vip: false,
      versionReviews: 0,
      languageReviews: 0,
    },
    place.seed,
  );
  const heldReason = asked.holds[0] ?? null;
  const reviewDueAt = heldReason ? new Date(place.now.getTime() + policy.reviewDeadlineMinutes * 60_000) : null;
  return { mode: asked.mode, heldReason, reviewDueAt };
}
