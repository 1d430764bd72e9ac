import { and, desc, eq, isNull, or } from "drizzle-orm";
import type { Demotion } from "#domain/oversight/earned-autonomy.ts";
import type { OversightMode } from "#domain/sequence.ts";
import { newId } from "./ids.ts";
import { tellModeChanged, tellMoved } from "./outgoing-facts.ts";
import { demotions, oversightMoves } from "./schema/oversight.ts";
import type { Scope } from "./scope.ts";

export type StepPlace = { sequenceId: string; versionId: string; stepId: string };
export type DemotionRow = Omit<typeof demotions.$inferSelect, "tenantId">;

/** What people said of a sequence's oversight and of one version's steps, beside what its plan says. */
export type Moves = { sequenceMode: OversightMode | null; stepModes: Map<string, OversightMode> };

/** The newest word on a sequence and on each step of one of its versions. A new version starts as its plan says. */
export async function movesOf(scope: Scope, sequenceId: string, versionId: string): Promise<Moves> {
  const rows = await scope.db
    .selectDistinctOn([oversightMoves.stepId], { stepId: oversightMoves.stepId, mode: oversightMoves.mode })
    .from(oversightMoves)
    .where(
      and(
        eq(oversightMoves.tenantId, scope.tenantId),
        eq(oversightMoves.sequenceId, sequenceId),
        or(isNull(oversightMoves.versionId), eq(oversightMoves.versionId, versionId)),
      ),
    )
    .orderBy(oversightMoves.stepId, desc(oversightMoves.at), desc(oversightMoves.id));
  const stepModes = rows.flatMap(({ stepId, mode }) => (stepId && mode ? [[stepId, mode] as const] : []));
  return { sequenceMode: rows.find((row) => row.stepId === null)?.mode ?? null, stepModes: new Map(stepModes) };
}

/** Keeps a person's word on a step of a version; without version and step it is on the whole sequence. */
export async function recordMove(
  scope: Scope,
  move: {
    sequenceId: string;
    versionId: string | null;
    stepId: string | null;
    mode: OversightMode | null;
    byId: string;
  },
  now: Date,
): Promise<void> {
  const row = { id: newId("oversightMove", now), ...move, at: now };
  await scope.db.insert(oversightMoves).values({ tenantId: scope.tenantId, ...row });
  await tellMoved(scope, row, now);
}

/** The demotions of a sequence's steps, the newest first; the open ones have not been lifted. */
export async function demotionsOf(scope: Scope, sequenceId: string): Promise<DemotionRow[]> {
  const rows = await scope.db
    .select()
    .from(demotions)
    .where(and(eq(demotions.tenantId, scope.tenantId), eq(demotions.sequenceId, sequenceId)))
    .orderBy(desc(demotions.at), desc(demotions.id))
    .limit(200);
  return rows.map(({ tenantId: _, ...row }) => row);
}

/** Sends a step back to gated; false when it is there by an earlier demotion that nobody has lifted. */
export async function recordDemotion(
  scope: Scope,
  place: Pick<StepPlace, "sequenceId" | "stepId">,
  { reason, share, of, limit, from }: Demotion & { from: OversightMode },
  now: Date,
): Promise<boolean> {
  const { sequenceId, stepId } = place;
  const rows = await scope.db
    .insert(demotions)
    .values({
      ...{ tenantId: scope.tenantId, id: newId("demotion", now), sequenceId, stepId },
      ...{ reason, share, ofCount: of, limit, at: now },
    })
    .onConflictDoNothing()
    .returning({ id: demotions.id });
  const [row] = rows;
  if (!row) return false;
  const at = { level: "step" as const, sequenceId, versionId: null, stepId };
  const by = { kind: "policy" as const };
  await tellModeChanged(scope, { ...at, factId: row.id, from, to: "gated", because: "demoted", by }, now);
  return true;
}

/** Lets a step be overseen as its plan says again; null when it was not demoted. */
export async function liftDemotion(
  scope: Scope,
  { sequenceId, stepId }: Pick<StepPlace, "sequenceId" | "stepId">,
  byId: string,
  now: Date,
): Promise<string | null> {
  const [row] = await scope.db
    .update(demotions)
    .set({ liftedById: byId, liftedAt: now })
    .where(
      and(
        eq(demotions.tenantId, scope.tenantId),
        eq(demotions.sequenceId, sequenceId),
        eq(demotions.stepId, stepId),
        isNull(demotions.liftedAt),
      ),
    )
    .returning({ id: demotions.id });
  if (!row) return null;
  const at = { level: "step" as const, sequenceId, versionId: null, stepId };
  const by = { kind: "member" as const, id: byId };
  const factId = `${row.id} lifted`;
  await tellModeChanged(scope, { ...at, factId, from: "gated", to: null, because: "lifted", by }, now);
  return row.id;
}
