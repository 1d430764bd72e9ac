import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { Step } from "#domain/sequence.ts";
import { graphOfSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import { newId } from "./ids.ts";
import { publications, sequences, sequenceVersions } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

export type SequenceVersion = typeof sequenceVersions.$inferSelect;

/** A new sequence with its first, unpublished version. */
export async function createSequence(
  scope: Scope,
  plan: { name: string; steps: Step[]; graph?: SequenceGraph },
  by: string | null,
  now: Date,
): Promise<string> {
  const sequenceId = newId("sequence", now);
  await scope.db
    .insert(sequences)
    .values({ tenantId: scope.tenantId, id: sequenceId, name: plan.name, createdAt: now });
  const { steps, graph = null } = plan;
  await insertVersion(scope, { sequenceId, number: 1, steps, graph }, by, now);
  return sequenceId;
}

/** Saves the working version: overwrites it while it was never published, else makes the next number. */
export async function saveVersion(
  scope: Scope,
  plan: { sequenceId: string; steps: Step[] },
  by: string | null,
  now: Date,
): Promise<string> {
  const { sequenceId, steps } = plan;
  const latest = await latestVersion(scope, sequenceId);
  if (latest.frozen)
    return insertVersion(scope, { sequenceId, number: latest.number + 1, steps, graph: null }, by, now);
  await scope.db
    .update(sequenceVersions)
    .set({ steps, graph: null, createdBy: by, updatedAt: now })
    .where(
      and(
        eq(sequenceVersions.tenantId, scope.tenantId),
        eq(sequenceVersions.id, latest.id),
        eq(sequenceVersions.frozen, false),
      ),
    );
  return latest.id;
}

async function insertVersion(
  scope: Scope,
  version: { sequenceId: string; number: number; steps: Step[]; graph: SequenceGraph | null },
  by: string | null,
  now: Date,
): Promise<string> {
  const id = newId("version", now);
  await scope.db
    .insert(sequenceVersions)
    .values({ tenantId: scope.tenantId, id, ...version, frozen: false, createdBy: by, updatedAt: now });
  return id;
}

/** The newest version of a sequence, published or not; `not_found` for a sequence of another tenant. */
export async function latestVersion(scope: Scope, sequenceId: string): Promise<SequenceVersion> {
  const [row] = await scope.db
    .select()
    .from(sequenceVersions)
    .where(and(eq(sequenceVersions.tenantId, scope.tenantId), eq(sequenceVersions.sequenceId, sequenceId)))
    .orderBy(desc(sequenceVersions.number))
    .limit(1);
  if (!row) throw new AppError("not_found", "There is no such sequence.");
  return row;
}

/** Freezes the newest version and makes it the live one. Who entered on an older version finishes on it. */
export async function publishVersion(scope: Scope, sequenceId: string, by: string | null, now: Date): Promise<string> {
  const latest = await latestVersion(scope, sequenceId);
  await scope.db
    .update(sequenceVersions)
    .set({ frozen: true })
    .where(and(eq(sequenceVersions.tenantId, scope.tenantId), eq(sequenceVersions.id, latest.id)));
  await publish(scope, { sequenceId, versionId: latest.id }, by, now);
  return latest.id;
}

/** Takes a sequence out of use: nobody enters, and whoever is inside is stopped before the next message. */
export async function withdrawSequence(scope: Scope, sequenceId: string, by: string | null, now: Date): Promise<void> {
  await latestVersion(scope, sequenceId);
  await publish(scope, { sequenceId, versionId: null }, by, now);
}

async function publish(
  scope: Scope,
  live: { sequenceId: string; versionId: string | null },
  by: string | null,
  now: Date,
): Promise<void> {
  await scope.db
    .insert(publications)
    .values({ tenantId: scope.tenantId, id: newId("publication", now), ...live, by, at: now });
}

export type LiveVersion = { sequenceId: string; versionId: string };

/** The live version of every sequence that is in use, oldest sequence first. */
export async function liveVersions(scope: Scope): Promise<LiveVersion[]> {
  return (await liveOrResting(scope)).map(({ resting, ...version }) => version);
}

/** The same, each with whether its sequence rests: then nobody enters it. */
export async function liveOrResting(scope: Scope): Promise<(LiveVersion & { resting: boolean })[]> {
  const newest = scope.db
    .selectDistinctOn([publications.sequenceId])
    .from(publications)
    .where(eq(publications.tenantId, scope.tenantId))
    .orderBy(publications.sequenceId, desc(publications.at), desc(publications.id))
    .as("newest");
  const rows = await scope.db
    .select({ sequenceId: newest.sequenceId, versionId: newest.versionId, pausedAt: sequences.pausedAt })
    .from(newest)
    .innerJoin(sequences, and(eq(sequences.tenantId, newest.tenantId), eq(sequences.id, newest.sequenceId)))
    .where(and(sql`${newest.versionId} is not null`, isNull(sequences.archivedAt)))
    .orderBy(newest.sequenceId);
  return rows.flatMap(({ sequenceId, versionId, pausedAt }) =>
    versionId ? [{ sequenceId, versionId, resting: pausedAt !== null }] : [],
  );
}

/** Whether a sequence is in use now. */
export async function isLive(scope: Scope, sequenceId: string): Promise<boolean> {
  return (await liveVersions(scope)).some((live) => live.sequenceId === sequenceId);
}

/** A graph and its messages as the next version, frozen and live at once. */
export async function publishAsVersion(
  scope: Scope,
  plan: { sequenceId: string; steps: Step[]; graph: SequenceGraph },
  by: string | null,
  now: Date,
): Promise<{ versionId: string; number: number }> {
  const { sequenceId, steps, graph } = plan;
  const latest = await latestVersion(scope, sequenceId);
  const number = latest.frozen ? latest.number + 1 : latest.number;
  const versionId = await saveVersion(scope, { sequenceId, steps }, by, now);
  await scope.db
    .update(sequenceVersions)
    .set({ graph, frozen: true })
    .where(and(eq(sequenceVersions.tenantId, scope.tenantId), eq(sequenceVersions.id, versionId)));
  await publish(scope, { sequenceId, versionId }, by, now);
  return { versionId, number };
}

/** What people call a sequence; `not_found` for one of another tenant. */
export async function readSequenceName(scope: Scope, sequenceId: string): Promise<string> {
  const [row] = await scope.db
    .select({ name: sequences.name })
    .from(sequences)
    .where(and(eq(sequences.tenantId, scope.tenantId), eq(sequences.id, sequenceId)));
  if (!row) throw new AppError("not_found", "There is no such sequence.");
  return row.name;
}

/** What one version walks: its graph, a plain list of steps read as one; null where there is no such version. */
export async function graphOf(scope: Scope, versionId: string): Promise<SequenceGraph | null> {
  const [row] = await scope.db
    .select({ graph: sequenceVersions.graph, steps: sequenceVersions.steps })
    .from(sequenceVersions)
    .where(and(eq(sequenceVersions.tenantId, scope.tenantId), eq(sequenceVersions.id, versionId)));
  return row ? (row.graph ?? graphOfSteps(row.steps)) : null;
}

/** The steps of one version; an enrollment keeps to the version it entered on. */
export async function stepsOf(scope: Scope, versionId: string): Promise<Step[]> {
  const [row] = await scope.db
    .select({ steps: sequenceVersions.steps })
    .from(sequenceVersions)
    .where(and(eq(sequenceVersions.tenantId, scope.tenantId), eq(sequenceVersions.id, versionId)));
  return row?.steps ?? [];
}

/** Whether a version belongs to a sequence and can never change any more. */
export async function isFrozenVersionOf(
  scope: Scope,
  { sequenceId, versionId }: { sequenceId: string; versionId: string },
): Promise<boolean> {
  const [row] = await scope.db
    .select({ frozen: sequenceVersions.frozen })
    .from(sequenceVersions)
    .where(
      and(
        eq(sequenceVersions.tenantId, scope.tenantId),
        eq(sequenceVersions.sequenceId, sequenceId),
        eq(sequenceVersions.id, versionId),
      ),
    );
  return row?.frozen ?? false;
}
