import { and, eq } from "drizzle-orm";
import type { LifeKind } from "#domain/draft-life.ts";
import { placeOf } from "#domain/draft-queue.ts";
import { drafts } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

/**
 * Puts a draft where its life says that it stands, after an act on it was stored. The database places what is new, what is
 * reviewed once and what has ended; an act that opens a draft again or holds it back is known to its verb only.
 */
export async function placeDraft(scope: Scope, draftId: string, kind: LifeKind): Promise<void> {
  await scope.db
    .update(drafts)
    .set({ place: placeOf(kind) })
    .where(and(eq(drafts.tenantId, scope.tenantId), eq(drafts.id, draftId)));
}
