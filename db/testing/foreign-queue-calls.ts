import { sql } from "drizzle-orm";
import { assignDraft } from "../draft-assignments.ts";
import { addComment, decisionOf, listComments } from "../draft-comments.ts";
import { lastApproved, readDraftInContext } from "../draft-context.ts";
import { groupDrafts } from "../draft-groups.ts";
import { listOpenings, readCluster, recordOpening } from "../draft-openings.ts";
import { placeDraft } from "../draft-place.ts";
import { inWrittenOrder } from "../draft-rows.ts";
import { readVerdict } from "../draft-verdicts.ts";
import { readQueueHint } from "../draft-views.ts";
import { factsOf, factsToPin } from "../pinned-facts.ts";
import { draftAssignments, draftComments, draftViews } from "../schema/queue.ts";
import type { Scope } from "../scope.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

/** What one tenant's members did in their queue. */
export async function tellQueue(
  { db, tenantId }: Scope,
  { decision, draft, member }: Pick<Owned, "decision" | "draft" | "member">,
  { name, at }: { name: string; at: Date },
): Promise<void> {
  await db.insert(draftViews).values({ tenantId, draftId: draft, memberId: member, firstAt: at, lastAt: at });
  const comment = { tenantId, id: `com_${name}`, decisionId: decision, byId: member };
  await db.insert(draftComments).values({ ...comment, text: `between us at ${name}`, at });
  await db.insert(draftAssignments).values({ tenantId, decisionId: decision, memberId: member, byId: member, at });
}

/** Verbs of the queue that read, asked for what is another tenant's. */
export const queueReads: Record<string, Call> = {
  decisionOf: (b, a) => decisionOf(b, a.draft),
  factsOf: (b, a) => {
    const cart = { shopId: a.shop, currency: "EUR", lines: [], totals: { total: 1 } };
    return factsOf(b, { id: a.decision, incentiveId: a.incentive }, cart);
  },
  factsToPin: (b, a) => factsToPin(b, a.decision),
  groupDrafts: async (b, a) => [
    await groupDrafts(b, { tab: "waiting" }),
    await groupDrafts(b, { tab: "held" }),
    await groupDrafts(b, { tab: "sent", assignee: a.member }),
    await groupDrafts(b, { tab: "decided", search: a.address }),
  ],
  inWrittenOrder: (b) => inWrittenOrder(b, sql`select id from drafts`),
  lastApproved: (b, a) => lastApproved(b, { id: a.heldDraft, pattern: `pattern of ${a.tenantId.slice(4)}` }),
  listComments: (b, a) => listComments(b, a.draft),
  listOpenings: (b, a) => listOpenings(b, a.draft),
  readCluster: async (b, a) => [
    ...(await readCluster(b, { ids: [a.draft, a.heldDraft], memberId: a.member })).values(),
  ],
  readDraftInContext: (b, a, now) => readDraftInContext(b, a.draft, now),
  readQueueHint: async (b) => (await readQueueHint(b)).waiting,
  readVerdict: (b, a) => readVerdict(b, a.draft),
};

/** Verbs of the queue that write, told to change what is another tenant's. */
export const queueWrites: Record<string, Call> = {
  addComment: (b, a, now) => addComment(b, { draftId: a.draft, by: { id: "mem_b", name: "B" }, text: "theirs" }, now),
  assignDraft: (b, a, now) => assignDraft(b, { draftId: a.draft, memberId: null, byId: "mem_b" }, now),
  placeDraft: (b, a, now) => placeDraft(b, a.heldDraft, "sent", now),
  recordOpening: (b, a, now) => recordOpening(b, { draftId: a.draft, memberId: a.member }, now),
};
