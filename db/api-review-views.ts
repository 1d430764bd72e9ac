import { sql } from "drizzle-orm";
import type { ReviewKind } from "#domain/oversight/life-of.ts";
import type { Verdict } from "#domain/review.ts";
import { iso } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

/** What somebody, or the policy, did with a draft, as the API tells of it. */
export type ApiReview = {
  id: string;
  draftId: string;
  kind: ReviewKind;
  verdict: Verdict | null;
  byKind: "member" | "key" | "policy";
  byId: string | null;
  viaKeyId: string | null;
  reason: string | null;
  wordsHash: string;
  editedDraftId: string | null;
  at: string;
};

type Which = {
  draftId?: string | undefined;
  verdict?: Verdict | undefined;
  cursor?: string | undefined;
  limit?: number;
};

/** The acts on drafts, newest first; on one draft or of one verdict where it is named. */
export async function listApiReviews(
  scope: Scope,
  { draftId, verdict, cursor, limit = 50 }: Which,
): Promise<{ data: ApiReview[]; next: string | null }> {
  const after = readPosition(cursor);
  const rows = await scope.db.execute<ApiReview & { sort: string }>(sql`
    select id, draft_id as "draftId", kind, verdict, by_kind as "byKind", by_id as "byId", via_key_id as "viaKeyId",
      reason, words_hash as "wordsHash", edited_draft_id as "editedDraftId", at, at::text as sort
    from reviews
    where tenant_id = ${scope.tenantId}
      and ${draftId ? sql`draft_id = ${draftId}` : sql`true`}
      and ${verdict ? sql`verdict = ${verdict}` : sql`true`}
      and ${after ? sql`(at, id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by at desc, id desc limit ${limit + 1}`);
  const { kept, next } = pageOf(
    [...rows].map((row) => ({ row, at: row.sort, id: row.id })),
    limit,
  );
  return { data: kept.map(({ row: { sort: _, ...row } }) => ({ ...row, at: iso(row.at) })), next };
}
