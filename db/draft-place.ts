import { and, eq, sql } from "drizzle-orm";
import type { LifeKind } from "#domain/draft-life.ts";
import { placeOf } from "#domain/draft-queue.ts";
import { iso } from "./instants.ts";
import { tellDraftPending } from "./outgoing-facts.ts";
import { drafts } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

/**
 * Puts a draft where its life says that it stands, after an act on it was stored. The database places what is new, what is
 * reviewed once and what has ended; an act that opens a draft again or holds it back is known to its verb only.
 */
export async function placeDraft(scope: Scope, draftId: string, kind: LifeKind, now: Date): Promise<void> {
  const place = placeOf(kind);
  const moved = await scope.db
    .update(drafts)
    .set({ place })
    .where(
      and(
        ...[eq(drafts.tenantId, scope.tenantId), eq(drafts.id, draftId)],
        sql`${drafts.place} is distinct from ${place}`,
      ),
    )
    .returning({ id: drafts.id });
  if (place !== "waiting") return;
  // A new draft stands there already; one that comes back waits anew.
  const factId = moved.length > 0 ? `${draftId} ${iso(now)}` : draftId;
  await tellDraftPending(scope, { id: draftId, factId }, now);
}
