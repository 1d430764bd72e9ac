import { and, eq } from "drizzle-orm";
import type { SequenceDraft } from "#domain/sequence-draft.ts";
import { graphOfSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import { sequenceDrafts } from "./schema/sequences.ts";
import { members } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";
import { latestVersion } from "./sequences.ts";

/** What is being edited of a sequence; before the first save the newest version, as revision 0. */
export async function readSequenceDraft(scope: Scope, sequenceId: string): Promise<SequenceDraft> {
  const [saved] = await scope.db
    .select({
      sequenceId: sequenceDrafts.sequenceId,
      graph: sequenceDrafts.graph,
      revision: sequenceDrafts.revision,
      savedBy: members.name,
      savedAt: sequenceDrafts.savedAt,
    })
    .from(sequenceDrafts)
    .leftJoin(members, and(eq(members.tenantId, sequenceDrafts.tenantId), eq(members.id, sequenceDrafts.savedBy)))
    .where(and(eq(sequenceDrafts.tenantId, scope.tenantId), eq(sequenceDrafts.sequenceId, sequenceId)));
  if (saved) return { ...saved, savedAt: saved.savedAt.toISOString() };
  const { steps, graph } = await latestVersion(scope, sequenceId);
  return { sequenceId, graph: graph ?? graphOfSteps(steps), revision: 0, savedBy: null, savedAt: null };
}

/**
 * Saves what is being edited over the revision that it was made from, and answers the new revision; null when somebody has
 * saved another since. One statement decides, so that of two savers at once one wins.
 */
export async function saveSequenceDraft(
  scope: Scope,
  draft: { sequenceId: string; graph: SequenceGraph; revision: number },
  by: string | null,
  now: Date,
): Promise<number | null> {
  const { sequenceId, graph, revision } = draft;
  const kept = { graph, revision: revision + 1, savedBy: by, savedAt: now };
  await latestVersion(scope, sequenceId);
  const insert = scope.db.insert(sequenceDrafts).values({ tenantId: scope.tenantId, sequenceId, ...kept });
  const update = scope.db.update(sequenceDrafts).set(kept);
  const mine = and(eq(sequenceDrafts.tenantId, scope.tenantId), eq(sequenceDrafts.sequenceId, sequenceId));
  const rows =
    revision === 0
      ? await insert.onConflictDoNothing().returning({ revision: sequenceDrafts.revision })
      : await update
          .where(and(mine, eq(sequenceDrafts.revision, revision)))
          .returning({ revision: sequenceDrafts.revision });
  return rows[0]?.revision ?? null;
}
