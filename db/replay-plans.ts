import { eq } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { rangesOf } from "#domain/experiment/assign.ts";
import type { ReplayExperiment, ReplayPlan } from "#domain/sequence/dry-run.ts";
import { graphOfSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import { longestCap } from "#domain/timing/timing-policy.ts";
import type { ReplaySource } from "./dry-run-contacts.ts";
import { type LiveExperiment, liveExperiments } from "./experiments.ts";
import { availableIncentives } from "./incentives.ts";
import { sequences } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";
import { readSequenceDraft } from "./sequence-drafts.ts";
import { readSequence } from "./sequence-views.ts";
import { getPolicy, getTenant } from "./tenants.ts";

export type LoadedPlan = { plan: ReplayPlan; source: ReplaySource; nearHours: number };

/**
 * The rules under which a graph of a sequence is walked without doing anything, as they stand now, and what to load of the
 * people. `since` is when the first walk begins.
 */
export async function loadReplayPlan(
  scope: Scope,
  { sequenceId, graph }: { sequenceId: string; graph: SequenceGraph },
  { since, until }: { since: Date; until: Date },
): Promise<LoadedPlan> {
  const [row] = await scope.db.select().from(sequences).where(eq(sequences.id, sequenceId));
  if (!row) throw new AppError("not_found", "There is no such sequence.");
  const policy = await getPolicy(scope);
  const tenant = await getTenant(scope);
  const experiments = (await liveExperiments(scope, sequenceId)).map(replayed);
  const nearHours = longestCap(policy);
  const { consentRule, expiryDays } = policy;
  return {
    plan: {
      ...{ sequenceId, graph, priority: row.priority, until },
      ...{ experiments, versions: await versionsOf(scope, sequenceId, experiments) },
      rules: { consentRule, expiryDays, timing: policy, paused: tenant.pausedAt !== null },
      incentives: await availableIncentives(scope),
    },
    source: {
      ...{
        sequenceId,
        graph,
        zone: tenant.timeZone,
        bestHour: policy.bestHour,
        experimentIds: experiments.map(({ id }) => id),
      },
      since: new Date(since.getTime() - nearHours * 3_600_000),
    },
    nearHours,
  };
}

function replayed({ id, arms, ranges, state, promotedArm }: LiveExperiment): ReplayExperiment {
  const drawn = ranges ?? rangesOf(arms.map(({ name, share }) => ({ arm: name, weight: share })));
  const promoted = state === "promoted" ? promotedArm : null;
  return { id, arms, ranges: drawn, promoted, paused: state === "paused" };
}

/** The versions that arms walk instead. */
async function versionsOf(scope: Scope, sequenceId: string, experiments: ReplayExperiment[]) {
  const named = experiments.flatMap(({ arms }) =>
    arms.flatMap(({ change }) => (change && "versionId" in change ? [change.versionId] : [])),
  );
  if (named.length === 0) return {};
  const { versions } = await readSequence(scope, sequenceId);
  const frozen = versions.filter(({ id, frozen }) => frozen && named.includes(id));
  return Object.fromEntries(frozen.map(({ id, graph, steps }) => [id, graph ?? graphOfSteps(steps)]));
}

/** What of a sequence is walked: its draft, or one of its versions. `not_found` for a version that it does not have. */
export async function walkableGraph(
  scope: Scope,
  sequenceId: string,
  versionId: string | null,
): Promise<{ graph: SequenceGraph; number: number | null }> {
  if (versionId === null) return { graph: (await readSequenceDraft(scope, sequenceId)).graph, number: null };
  const { versions } = await readSequence(scope, sequenceId);
  const version = versions.find(({ id }) => id === versionId);
  if (!version) throw new AppError("not_found", "This sequence has no such version.");
  return { graph: version.graph ?? graphOfSteps(version.steps), number: version.number };
}
