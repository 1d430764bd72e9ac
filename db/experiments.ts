import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { rangesOf } from "#domain/experiment/assign.ts";
import { type ActBy, type ExperimentActKind, type ExperimentState, mayAct, stateOf } from "#domain/experiment/life.ts";
import type { Arm, Plan } from "#domain/experiment.ts";
import { saveWeights } from "./allocation-weights.ts";
import { newId } from "./ids.ts";
import { tellConcluded } from "./outgoing-facts.ts";
import { experimentActs, experiments } from "./schema/experiments.ts";
import type { Scope } from "./scope.ts";

export type ExperimentRow = Omit<typeof experiments.$inferSelect, "tenantId">;
export type ExperimentAct = Omit<typeof experimentActs.$inferSelect, "tenantId" | "seq">;
/** An experiment with what was done to it, oldest act first, and the state that follows. */
export type Experiment = ExperimentRow & { state: ExperimentState; acts: ExperimentAct[] };
export type Setup = { sequenceId: string; name: string; arms: Arm[]; plan: Plan; endsAt: Date | null };

const shape = {
  ...{ id: experiments.id, sequenceId: experiments.sequenceId, name: experiments.name, arms: experiments.arms },
  ...{ plan: experiments.plan, endsAt: experiments.endsAt, createdAt: experiments.createdAt },
};
const actShape = {
  ...{ id: experimentActs.id, experimentId: experimentActs.experimentId, kind: experimentActs.kind },
  ...{ byKind: experimentActs.byKind, byId: experimentActs.byId, reason: experimentActs.reason },
  ...{ change: experimentActs.change, at: experimentActs.at },
};

/** A new experiment, not started. */
export async function createExperiment(scope: Scope, setup: Setup, by: ActBy, now: Date): Promise<string> {
  const id = newId("experiment", now);
  await scope.db.insert(experiments).values({ tenantId: scope.tenantId, id, ...setup, createdAt: now });
  await recordExperimentAct(scope, id, { kind: "created", by, reason: null }, now);
  return id;
}

/** A new experiment that runs from this instant on, as a tenant's first holdout does. `id` lets the seed name it. */
export async function openExperiment(
  scope: Scope,
  setup: Setup & { id?: string },
  by: ActBy,
  now: Date,
): Promise<string> {
  const { id = newId("experiment", now), ...said } = setup;
  await scope.db.insert(experiments).values({ tenantId: scope.tenantId, id, ...said, createdAt: now });
  await recordExperimentAct(scope, id, { kind: "created", by, reason: null }, now);
  await beginAssigning(scope, { id, arms: said.arms }, now);
  await recordExperimentAct(scope, id, { kind: "started", by, reason: null }, now);
  return id;
}

/** Keeps the weights by which the first contacts are assigned. */
export async function beginAssigning(scope: Scope, { id, arms }: Pick<ExperimentRow, "id" | "arms">, now: Date) {
  const weights = arms.map((arm) => ({ arm: arm.name, weight: arm.share }));
  await saveWeights(scope, { experimentId: id, number: 0, kind: "set", weights, ranges: rangesOf(weights) }, now);
}

export type Act = {
  kind: ExperimentActKind;
  by: ActBy;
  reason: string | null;
  change?: Record<string, unknown>;
};

/** Notes what somebody did to an experiment; `conflict` where its state does not allow that. */
export async function recordExperimentAct(scope: Scope, experimentId: string, act: Act, now: Date): Promise<void> {
  const before = await lockActs(scope, experimentId);
  if (act.kind !== "created" && !mayAct(stateOf(before), act.kind))
    throw new AppError("conflict", `This experiment is ${stateOf(before)}: it cannot be ${act.kind} now`);
  await scope.db.insert(experimentActs).values({
    ...{ tenantId: scope.tenantId, id: newId("experimentAct", now), experimentId, kind: act.kind },
    ...{ byKind: act.by.kind, byId: act.by.kind === "policy" ? null : act.by.id },
    ...{ reason: act.reason, change: act.change ?? {}, at: now },
  });
  if (act.kind !== "concluded") return;
  const { by, reason, change: { verdict } = {} } = act;
  await tellConcluded(scope, { experimentId, by, reason, verdict: typeof verdict === "string" ? verdict : null }, now);
}

/** The acts so far, with the experiment locked: two who act at once are heard one after the other. */
async function lockActs(scope: Scope, experimentId: string): Promise<ExperimentAct[]> {
  const [row] = await scope.db
    .select({ id: experiments.id })
    .from(experiments)
    .where(theOne(scope, experimentId))
    .for("update");
  if (!row) throw new AppError("not_found", "There is no such experiment");
  return listActs(scope, experimentId);
}

function listActs(scope: Scope, experimentId: string): Promise<ExperimentAct[]> {
  return scope.db
    .select(actShape)
    .from(experimentActs)
    .where(and(eq(experimentActs.tenantId, scope.tenantId), eq(experimentActs.experimentId, experimentId)))
    .orderBy(asc(experimentActs.seq));
}

/** One experiment; `not_found` for another tenant's. */
export async function getExperiment(scope: Scope, id: string): Promise<Experiment> {
  const [row] = await scope.db.select(shape).from(experiments).where(theOne(scope, id));
  if (!row) throw new AppError("not_found", "There is no such experiment");
  const acts = await listActs(scope, id);
  return { ...row, acts, state: stateOf(acts) };
}

/** Newest first; `before` is the id of the last of the page before. */
export async function listExperiments(
  scope: Scope,
  page: { before?: string; limit: number; sequenceId?: string },
): Promise<Experiment[]> {
  const rows = await scope.db
    .select(shape)
    .from(experiments)
    .where(
      and(
        eq(experiments.tenantId, scope.tenantId),
        page.before ? lt(experiments.id, page.before) : undefined,
        page.sequenceId ? eq(experiments.sequenceId, page.sequenceId) : undefined,
      ),
    )
    .orderBy(desc(experiments.id))
    .limit(page.limit);
  const found: Experiment[] = [];
  for (const row of rows) {
    const acts = await listActs(scope, row.id);
    found.push({ ...row, acts, state: stateOf(acts) });
  }
  return found;
}

/** Stores what was changed of an experiment; whether it may be is the caller's question to the domain. */
export async function saveExperiment(
  scope: Scope,
  id: string,
  change: Partial<Omit<Setup, "sequenceId">>,
): Promise<void> {
  const saved = await scope.db
    .update(experiments)
    .set(change)
    .where(theOne(scope, id))
    .returning({ id: experiments.id });
  if (saved.length === 0) throw new AppError("not_found", "There is no such experiment");
}

const theOne = (scope: Scope, id: string) => and(eq(experiments.tenantId, scope.tenantId), eq(experiments.id, id));

/** An experiment as enrollments meet it now: who assigns, and the winner that everybody gets. */
export type LiveExperiment = {
  id: string;
  arms: Arm[];
  currency: string;
  state: Extract<ExperimentState, "running" | "paused" | "promoted">;
  promotedArm: string | null;
  number: number;
  weights: { arm: string; weight: number }[] | null;
  ranges: { arm: string; from: number; to: number }[] | null;
};

/** The experiments of a sequence that have a say in an enrollment, oldest first, each with its newest weights. */
export async function liveExperiments(scope: Scope, sequenceId: string): Promise<LiveExperiment[]> {
  const rows = await scope.db.execute<Omit<LiveExperiment, "state"> & { act: ExperimentActKind }>(sql`
    select e.id, e.arms, e.plan ->> 'currency' as currency, act.kind as act, act.change ->> 'arm' as "promotedArm",
      coalesce(held.number, 0) as number, held.weights, held.ranges
    from experiments e
    join lateral (select kind, change from experiment_acts a where a.tenant_id = e.tenant_id and a.experiment_id = e.id
      and a.kind <> 'changed' order by a.seq desc limit 1) act on true
    left join lateral (select number, weights, ranges from allocation_weights w where w.tenant_id = e.tenant_id
      and w.experiment_id = e.id order by w.number desc limit 1) held on true
    where e.tenant_id = ${scope.tenantId} and e.sequence_id = ${sequenceId}
      and act.kind in ('started', 'resumed', 'paused', 'promoted')
    order by e.created_at, e.id`);
  return [...rows].flatMap(({ act, ...row }) => {
    const state = stateOf([{ kind: act }]);
    return state === "running" || state === "paused" || state === "promoted" ? [{ ...row, state }] : [];
  });
}
