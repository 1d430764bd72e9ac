import { getDecision } from "#db/decisions.ts";
import { placeDraft } from "#db/draft-place.ts";
import { chosenDraft, type DraftAttempt, draftHash, lastAttempt, saveDraft } from "#db/drafts.ts";
import { setNextDue } from "#db/enrollments.ts";
import { getIncentive } from "#db/incentives.ts";
import { lockStanding, type Standing } from "#db/lives.ts";
import { factsOf } from "#db/pinned-facts.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { getTenant } from "#db/tenants.ts";
import type { Brief } from "#domain/draft.ts";
import type { DraftLife } from "#domain/draft-life.ts";
import { patternOf } from "#domain/draft-pattern.ts";
import { armPattern, type WordsOverride, wordsOverride } from "#domain/experiment/apply-arms.ts";
import type { Incentive } from "#domain/incentive.ts";
import type { PinnedFacts } from "#domain/revalidation.ts";
import { advance } from "#domain/review.ts";
import type { Attempt } from "#integrations/writer.ts";
import { subjectBefore, underAnotherSubject } from "./another-subject.ts";
import { loadBrief } from "./load-brief.ts";
import { type Loaded, loadSnapshot } from "./load-snapshot.ts";
import { overseeDraft } from "./oversee-draft.ts";
import { writeArmWords } from "./write-arm-words.ts";

/** Whether the draft waits for a person, and until when. */
export type Drafted = { draftId: string; reviewDueAt: string | null };

/**
 * Writes and inspects a decision's words, and keeps every try. Words that exist are written again only where their facts
 * moved and they are held for it.
 */
export async function draftStep(tenantId: string, decisionId: string, now: Date): Promise<Drafted | null> {
  const before = await withJobScope(tenantId, (scope) => toWrite(scope, decisionId, now));
  if (!before) return null;
  if (before.kind === "drafted") return drafted(before.standing);
  return writeArmWords({ tenantId, decisionId, ...before }, now, (attempts) =>
    withJobScope(tenantId, async (scope) => {
      const standing = await lockStanding(scope, decisionId);
      if (standing && !isStale(standing.life)) return drafted(standing);
      const made = attempts.map((attempt) => underAnotherSubject(attempt, before));
      return store(scope, { ...before, attempts: made, replaced: standing, decisionId }, now);
    }),
  );
}

function isStale(life: DraftLife): boolean {
  return life.kind === "held" && life.back.kind === "stale";
}

function drafted({ draft, life }: Standing): Drafted {
  const open = life.kind === "waiting" || life.kind === "edited";
  return { draftId: draft.id, reviewDueAt: open ? life.dueAt.toISOString() : null };
}

type Writing = {
  brief: Brief;
  pattern: string;
  pinned: PinnedFacts | null;
  incentive: Incentive | null;
  loaded: Loaded;
  override: WordsOverride | null;
  said: string | null;
};

async function toWrite(
  scope: Scope,
  decisionId: string,
  now: Date,
): Promise<{ kind: "drafted"; standing: Standing } | ({ kind: "brief" } & Writing) | null> {
  const standing = await lockStanding(scope, decisionId);
  if (standing && !isStale(standing.life)) return { kind: "drafted", standing };
  const decision = await getDecision(scope, decisionId);
  if (!decision) return null;
  const { enrollmentId, position } = decision;
  const loaded = await loadSnapshot(scope, { enrollmentId, position, exceptMessageId: null }, now);
  if (!loaded?.step) return null;
  const { cart, contact, step, policy, enrollment } = loaded;
  const facts = await factsOf(scope, decision, cart);
  const incentive = await stillOffered(scope, facts, now);
  const asked = { step: { ...step, position }, cart, contact, incentive, loyaltyLine: policy.loyaltyLine };
  const brief = await loadBrief(scope, asked, now);
  const { language, contact: of } = brief;
  const segment = { sequenceId: enrollment.sequenceId, stepId: step.id, language, returning: of.returning };
  const pattern = patternOf({ ...segment, incentiveId: incentive?.id ?? null, arm: armPattern(loaded.arms, step.id) });
  const pinned = facts && { ...facts, incentive: incentive && facts.incentive };
  const home = (await getTenant(scope)).language;
  const override = wordsOverride(loaded.arms, { stepId: step.id, language, home });
  const said = await subjectBefore(scope, loaded, position);
  return { kind: "brief", brief, pattern, pinned, incentive, loaded, override, said };
}

/** The offer that a decision made, unless it was withdrawn or its code has ended meanwhile: then the words make none. */
async function stillOffered(scope: Scope, facts: PinnedFacts | null, now: Date): Promise<Incentive | null> {
  const offer = facts?.incentive;
  if (!offer || offer.withdrawn || (offer.validUntil && offer.validUntil <= now)) return null;
  return getIncentive(scope, offer.id);
}

type Written = Writing & { attempts: Attempt[]; replaced: Standing | null; decisionId: string };

/** Keeps every try, the last one as the draft; what it replaces is held no longer. */
async function store(scope: Scope, writing: Written, now: Date): Promise<Drafted> {
  const { attempts, replaced, decisionId, brief, pattern, pinned, loaded } = writing;
  const last = attempts.at(-1);
  const seen = {
    ...{ language: brief.language, vip: brief.contact.vip, incentivePercent: writing.incentive?.percent ?? null },
    ...{ findings: last?.findings.length ?? 0, confidence: last?.written?.confidence ?? null },
  };
  const judged = await overseeDraft(scope, { loaded, seen, seed: decisionId }, now);
  const before = await lastAttempt(scope, decisionId);
  for (const [index, made] of attempts.entries()) {
    const place: Omit<DraftAttempt, keyof Attempt> = {
      ...{ decisionId, brief, pattern, pinned, attempt: before + index + 1, chosen: made === last, authorId: null },
      ...(replaced ? { replacesDraftId: replaced.draft.id } : {}),
    };
    await saveDraft(scope, { ...place, ...made }, judged, now);
  }
  const draft = await chosenDraft(scope, decisionId);
  if (!draft?.words) throw new Error(`no draft was kept for ${decisionId}`);
  const proposal = { hash: draftHash(draft.words, draft.brief), authorId: null };
  const life = advance({ kind: "written", proposal }, { kind: "inspected", ...judged });
  if (replaced) await placeDraft(scope, replaced.draft.id, "written", now);
  if (life.kind !== "waiting") return { draftId: draft.id, reviewDueAt: null };
  await placeDraft(scope, draft.id, life.kind, now);
  await setNextDue(scope, loaded.enrollment.id, judged.dueAt);
  return { draftId: draft.id, reviewDueAt: judged.dueAt.toISOString() };
}
