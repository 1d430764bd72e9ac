import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { sequences } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";
import { isLive } from "./sequences.ts";

/** Puts a sequence away: it is in no list any more, its rows and figures stay. One that is in use is withdrawn first. */
export async function archiveSequence(scope: Scope, sequenceId: string, now: Date): Promise<void> {
  if (await isLive(scope, sequenceId)) throw new AppError("conflict", "This sequence is live. Withdraw it first.");
  const mine = and(eq(sequences.tenantId, scope.tenantId), eq(sequences.id, sequenceId), isNull(sequences.archivedAt));
  const rows = await scope.db.update(sequences).set({ archivedAt: now }).where(mine).returning({ id: sequences.id });
  if (rows.length === 0) throw new AppError("not_found", "There is no such sequence.");
}
