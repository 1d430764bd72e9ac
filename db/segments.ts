import { and, asc, count, eq, isNull, ne } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { Condition } from "#domain/condition.ts";
import { fittingCounts } from "./condition-sql.ts";
import { newId } from "./ids.ts";
import { segments } from "./schema/segments.ts";
import type { Scope } from "./scope.ts";

export type Segment = Pick<typeof segments.$inferSelect, "id" | "name" | "condition" | "createdBy" | "updatedAt">;
type Said = { name: string; condition: Condition };

const shape = {
  ...{ id: segments.id, name: segments.name, condition: segments.condition },
  ...{ createdBy: segments.createdBy, updatedAt: segments.updatedAt },
};
const most = 100;

/** The tenant's segments by name, without those that were put away. */
export function listSegments(scope: Scope): Promise<Segment[]> {
  const mine = and(eq(segments.tenantId, scope.tenantId), isNull(segments.archivedAt));
  return scope.db.select(shape).from(segments).where(mine).orderBy(asc(segments.name));
}

/** One segment; `not_found` for another tenant's. */
export async function getSegment(scope: Scope, id: string): Promise<Segment> {
  const [row] = await scope.db.select(shape).from(segments).where(theOne(scope, id));
  if (!row) throw new AppError("not_found", "There is no such segment");
  return row;
}

/** How many contacts fit each condition now, in the order of the conditions. */
export async function countContacts(scope: Scope, conditions: Condition[], now: Date): Promise<number[]> {
  if (conditions.length === 0) return [];
  const asked = { tenantId: scope.tenantId, of: "contact", now } as const;
  const [row] = await scope.db.execute<{ counts: number[] }>(fittingCounts(conditions, asked));
  return row?.counts ?? [];
}

/** Saves a new segment under a name that no other has. */
export async function createSegment(scope: Scope, said: Said, by: string | null, now: Date): Promise<Segment> {
  await refuseName(scope, said.name, "");
  const kept = and(eq(segments.tenantId, scope.tenantId), isNull(segments.archivedAt));
  const [held] = await scope.db.select({ rows: count() }).from(segments).where(kept);
  if ((held?.rows ?? 0) >= most)
    throw new AppError("conflict", `There are ${most} segments already: put one away first`);
  const row = { id: newId("segment", now), ...said, createdBy: by, updatedAt: now };
  await scope.db.insert(segments).values({ ...row, tenantId: scope.tenantId, createdAt: now });
  return row;
}

/** Changes a segment's name, its condition, or both. */
export async function saveSegment(scope: Scope, id: string, change: Partial<Said>, now: Date): Promise<Segment> {
  if (change.name !== undefined) await refuseName(scope, change.name, id);
  const [row] = await scope.db
    .update(segments)
    .set({ ...change, updatedAt: now })
    .where(theOne(scope, id))
    .returning(shape);
  if (!row) throw new AppError("not_found", "There is no such segment");
  return row;
}

/** Puts a segment away. Sequences keep the conditions that were taken from it. */
export async function archiveSegment(scope: Scope, id: string, now: Date): Promise<void> {
  const [gone] = await scope.db
    .update(segments)
    .set({ archivedAt: now })
    .where(and(theOne(scope, id), isNull(segments.archivedAt)))
    .returning({ id: segments.id });
  if (!gone) throw new AppError("not_found", "There is no such segment");
}

/** Takes a segment out again that was put away; `conflict` when another has its name by now. */
export async function restoreSegment(scope: Scope, id: string, now: Date): Promise<void> {
  await refuseName(scope, (await getSegment(scope, id)).name, id);
  await scope.db.update(segments).set({ archivedAt: null, updatedAt: now }).where(theOne(scope, id));
}

const theOne = (scope: Scope, id: string) => and(eq(segments.tenantId, scope.tenantId), eq(segments.id, id));

async function refuseName(scope: Scope, name: string, exceptId: string): Promise<void> {
  const [taken] = await scope.db
    .select({ id: segments.id })
    .from(segments)
    .where(
      and(
        eq(segments.tenantId, scope.tenantId),
        eq(segments.name, name),
        ne(segments.id, exceptId),
        isNull(segments.archivedAt),
      ),
    );
  if (taken) throw new AppError("conflict", "Another segment has this name", "name");
}
