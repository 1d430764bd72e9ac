import { sql } from "drizzle-orm";
import type { ReviewConflict } from "#domain/draft-queue.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

/** The verdict that stands on a draft, by whom and when; null while there is none. */
export async function readVerdict(scope: Scope, draftId: string): Promise<ReviewConflict | null> {
  const [found] = await scope.db.execute<
    Omit<ReviewConflict, "verdict"> & { verdict: ReviewConflict["verdict"] | null }
  >(sql`
    select r.verdict, coalesce(m.name, k.name, r.by_id) as by, r.by_kind = 'policy' as "byPolicy", r.at
    from reviews r left join members m on m.id = r.by_id left join api_keys k on k.id = r.by_id
    where r.draft_id = ${draftId} and (r.verdict is not null or r.kind = 'undone') order by r.seq desc limit 1`);
  return found?.verdict ? { ...found, verdict: found.verdict, at: iso(found.at) } : null;
}
