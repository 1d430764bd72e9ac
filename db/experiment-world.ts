import { and, eq } from "drizzle-orm";
import type { ExperimentWorld } from "#domain/experiment/faults.ts";
import { liveExperiments } from "./experiments.ts";
import { sequenceVersions } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";
import { catalogueOf } from "./sequence-publication.ts";
import { graphOf, latestVersion, liveVersions, stepsOf } from "./sequences.ts";

/**
 * What an experiment on a sequence may refer to: the live version, or the newest where none is live, the sequence's other
 * versions, and the experiments that run on it already. `not_found` for another tenant's sequence.
 */
export async function readExperimentWorld(
  scope: Scope,
  { sequenceId, experimentId }: { sequenceId: string; experimentId: string | null },
  now: Date,
): Promise<ExperimentWorld> {
  const newest = await latestVersion(scope, sequenceId);
  const live = (await liveVersions(scope)).find((one) => one.sequenceId === sequenceId);
  const versionId = live?.versionId ?? newest.id;
  const versions = await scope.db
    .select({ id: sequenceVersions.id, frozen: sequenceVersions.frozen })
    .from(sequenceVersions)
    .where(and(eq(sequenceVersions.tenantId, scope.tenantId), eq(sequenceVersions.sequenceId, sequenceId)));
  const running = await liveExperiments(scope, sequenceId);
  return {
    steps: await stepsOf(scope, versionId),
    graph: await graphOf(scope, versionId),
    catalogue: await catalogueOf(scope, now),
    versions: new Map(versions.map(({ id, frozen }) => [id, { frozen }])),
    beside: running.filter((one) => one.id !== experimentId).map((one) => one.arms),
  };
}
