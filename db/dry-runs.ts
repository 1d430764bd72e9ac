import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { DryRunStatus } from "#domain/dry-run.ts";
import { type DryRunTally, emptyTally } from "#domain/sequence/dry-run-tally.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { newId } from "./ids.ts";
import { rowsOf } from "./rows-of.ts";
import { dryRunCarts, dryRuns } from "./schema/dry-runs.ts";
import type { Scope } from "./scope.ts";

export type DryRun = typeof dryRuns.$inferSelect;
export type ReplayedRow = Omit<typeof dryRunCarts.$inferInsert, "tenantId" | "dryRunId">;

/** So many dry runs of a sequence are kept; older ones make room for a new one. */
const kept = 10;

/** Asks for a dry run; a sequence has one at a time. `cursor` begins before every contact. */
export async function startDryRun(
  scope: Scope,
  asked: {
    sequenceId: string;
    versionId: string | null;
    graph: SequenceGraph;
    period: { from: Date; to: Date };
    carts: number;
  },
  by: string | null,
  now: Date,
): Promise<string> {
  const { tenantId, db } = scope;
  const { sequenceId, versionId, graph, period, carts } = asked;
  await cancelRunning(scope, sequenceId, now);
  const id = newId("dryRun", now);
  await db.insert(dryRuns).values({
    ...{ tenantId, id, sequenceId, versionId, graph, fromAt: period.from, toAt: period.to, status: "running", carts },
    ...{ cursor: "", tally: emptyTally(), startedBy: by, startedAt: now },
  });
  await forgetOld(scope, sequenceId);
  return id;
}

async function cancelRunning({ db, tenantId }: Scope, sequenceId: string, now: Date): Promise<void> {
  await db
    .update(dryRuns)
    .set({ status: "cancelled", endedAt: now })
    .where(and(eq(dryRuns.tenantId, tenantId), eq(dryRuns.sequenceId, sequenceId), eq(dryRuns.status, "running")));
}

async function forgetOld({ db, tenantId }: Scope, sequenceId: string): Promise<void> {
  const ofIt = and(eq(dryRuns.tenantId, tenantId), eq(dryRuns.sequenceId, sequenceId));
  const [oldest] = await db
    .select({ id: dryRuns.id })
    .from(dryRuns)
    .where(ofIt)
    .orderBy(desc(dryRuns.id))
    .offset(kept - 1)
    .limit(1);
  if (!oldest) return;
  const gone = await db
    .delete(dryRuns)
    .where(and(ofIt, lt(dryRuns.id, oldest.id)))
    .returning({ id: dryRuns.id });
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0)
    await db.delete(dryRunCarts).where(and(eq(dryRunCarts.tenantId, tenantId), inArray(dryRunCarts.dryRunId, ids)));
}

/** A dry run, locked until the transaction ends: no page of it is counted twice. Null when there is none. */
export async function lockDryRun(scope: Scope, id: string): Promise<DryRun | null> {
  const [row] = await scope.db
    .select()
    .from(dryRuns)
    .where(and(eq(dryRuns.tenantId, scope.tenantId), eq(dryRuns.id, id)))
    .for("update");
  return row ?? null;
}

/** Keeps what a page of people came to; without a cursor it was the last one. */
export async function saveDryRunPage(
  scope: Scope,
  page: { id: string; cursor: string | null; tally: DryRunTally; rows: ReplayedRow[] },
  now: Date,
): Promise<void> {
  const { id, cursor, tally, rows } = page;
  const { db, tenantId } = scope;
  const stored = rows.map((row) => ({ ...row, tenantId, dryRunId: id }));
  if (stored.length > 0) await db.insert(dryRunCarts).select(rowsOf(dryRunCarts, stored));
  await db
    .update(dryRuns)
    .set(cursor === null ? { tally, status: "done", endedAt: now } : { tally, cursor })
    .where(and(eq(dryRuns.tenantId, tenantId), eq(dryRuns.id, id), eq(dryRuns.status, "running")));
}

/** Ends a dry run that still goes on; `not_found` for one of another tenant. What it has counted stays. */
export async function endDryRun(
  scope: Scope,
  id: string,
  status: Extract<DryRunStatus, "cancelled" | "failed">,
  now: Date,
): Promise<void> {
  const run = await lockDryRun(scope, id);
  if (!run) throw new AppError("not_found", "There is no such dry run.");
  if (run.status !== "running") return;
  await scope.db
    .update(dryRuns)
    .set({ status, endedAt: now })
    .where(and(eq(dryRuns.tenantId, scope.tenantId), eq(dryRuns.id, id), sql`${dryRuns.status} = 'running'`));
}
