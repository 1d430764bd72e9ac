import { sql } from "drizzle-orm";
import type { HoldReason } from "#domain/draft-life.ts";
import type { LastApproved, PatternStopped, QueueDetail, Why } from "#domain/draft-queue.ts";
import { factsOf } from "#domain/facts.ts";
import { claimsOf } from "#domain/inspect.ts";
import { formatMoney } from "#domain/money.ts";
import { type Change, changesBetween } from "#domain/revalidation.ts";
import { listComments } from "./draft-comments.ts";
import { listOpenings } from "./draft-openings.ts";
import { readDraft, type StoredDraft } from "./draft-views.ts";
import { getDraft } from "./drafts.ts";
import { iso } from "./instants.ts";
import { findMember } from "./members.ts";
import { openStop } from "./pattern-stops.ts";
import { factsToPin } from "./pinned-facts.ts";
import type { Scope } from "./scope.ts";

/** One draft with everything that a reviewer weighs it by. `not_found` when there is none of that id, or no words. */
export async function readDraftInContext(scope: Scope, draftId: string, now: Date): Promise<QueueDetail> {
  const { decisionId, version, ...draft } = await readDraft(scope, draftId);
  const { words, brief } = draft;
  return {
    ...draft,
    claims: brief ? claimsOf(words, brief) : [],
    facts: brief ? factsOf(brief) : [],
    why: draft.holds.map((reason) => ({ reason, detail: detailOf(reason, { ...draft, version }) })),
    lastApproved: await lastApproved(scope, draft),
    changes: await changesSince(scope, { draftId, decisionId, draft }, now),
    thread: await listComments(scope, draftId),
    openedBy: await listOpenings(scope, draftId),
    patternStopped: await patternStopped(scope, draft.pattern),
  };
}

type Weighed = Pick<StoredDraft, "incentive" | "cartTotal" | "currency" | "language" | "version">;

const details: Record<HoldReason, (draft: Weighed) => Why["detail"]> = {
  gated: () => null,
  finding: () => null,
  first_of_version: ({ version }) => `version ${version}`,
  incentive: ({ incentive }) => incentive,
  cart_value: ({ cartTotal, currency }) => formatMoney({ amount: cartTotal, currency }, "en"),
  low_confidence: () => null,
  vip: () => null,
  new_language: ({ language }) => language,
  sampled: () => null,
  demoted: () => null,
  expired_fallback: () => null,
};

function detailOf(reason: HoldReason, draft: Weighed): Why["detail"] {
  return details[reason](draft);
}

/**
 * The newest words of the same cluster that a person let go, as they left their hands. Walks the cluster from its newest
 * draft and passes by what waits.
 */
export async function lastApproved(scope: Scope, of: { id: string; pattern: string }): Promise<LastApproved | null> {
  if (of.pattern === "") return null;
  const [found] = await scope.db.execute<LastApproved>(sql`
    select drafts.id as "draftId", drafts.words, r.at,
      case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end as by
    from drafts join lateral (
      select * from reviews where reviews.draft_id = drafts.id and (verdict is not null or kind = 'undone')
      order by seq desc limit 1
    ) r on r.verdict = 'approved' and r.by_kind = 'member'
    left join members m on m.id = r.by_id and m.removed_at is null
    where drafts.pattern = ${of.pattern} and drafts.id <> ${of.id} and drafts.place is distinct from 'waiting'
      and drafts.words is not null
    order by drafts.created_at desc limit 1`);
  return found ? { ...found, at: iso(found.at) } : null;
}

async function patternStopped(scope: Scope, pattern: string): Promise<PatternStopped | null> {
  const stop = await openStop(scope, pattern);
  const by = stop && (await findMember(scope, stop.byId));
  return stop && { reason: stop.reason, by: by?.name ?? stop.byId, at: iso(stop.at) };
}

/** What moved under a draft that may still leave. What was sent or has ended stands on what it stood on. */
async function changesSince(
  scope: Scope,
  {
    draftId,
    decisionId,
    draft,
  }: { draftId: string; decisionId: string; draft: Pick<StoredDraft, "sentAt" | "closed"> },
  now: Date,
): Promise<Change[]> {
  if (draft.sentAt || draft.closed) return [];
  const stored = await getDraft(scope, draftId);
  const fresh = stored?.pinned ? await factsToPin(scope, decisionId) : null;
  return stored?.pinned && fresh ? changesBetween(stored.pinned, fresh, now) : [];
}
