import { AppError } from "#domain/app-error.ts";
import { reshape } from "#domain/experiment/assign.ts";
import { type ExperimentFault, experimentFaultsOf, shareFaults } from "#domain/experiment/faults.ts";
import { type ActBy, mayAct, refusedChanges } from "#domain/experiment/life.ts";
import { listWeights, saveWeights } from "./allocation-weights.ts";
import { analyseNow, getLook, saveLook } from "./experiment-results.ts";
import { readExperimentWorld } from "./experiment-world.ts";
import {
  type Act,
  beginAssigning,
  type Experiment,
  getExperiment,
  recordExperimentAct,
  type Setup,
  saveExperiment,
} from "./experiments.ts";
import type { Scope } from "./scope.ts";

/** What may be changed: `shares` by the arms' names, in percent, are those of an experiment that runs. */
export type ExperimentChange = Partial<Omit<Setup, "sequenceId">> & { shares?: Record<string, number> };

/** Everything that keeps an experiment from being started now. */
export async function experimentFaults(scope: Scope, experiment: Experiment, now: Date): Promise<ExperimentFault[]> {
  const { sequenceId, id: experimentId } = experiment;
  return experimentFaultsOf(experiment, await readExperimentWorld(scope, { sequenceId, experimentId }, now), now);
}

/**
 * Changes an experiment: all of it before the start; afterwards the shares and the end alone, kept as an act with what was
 * and what is. Shares move as few contacts as they can, and never one that was assigned. Anything else is refused by name.
 */
export async function changeExperiment(
  scope: Scope,
  id: string,
  { change, by, reason }: { change: ExperimentChange; by: ActBy; reason: string | null },
  now: Date,
): Promise<void> {
  const before = await getExperiment(scope, id);
  const fields = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const refused = refusedChanges(before.state, fields);
  if (refused.length > 0) {
    const rule = mayAct(before.state, "changed")
      ? "only its shares and its end may change"
      : "nothing of it may change";
    throw new AppError("conflict", `This experiment is ${before.state}: ${rule}`, refused[0]);
  }
  const { shares, ...plain } = change;
  const arms = shares ? armsWith(plain.arms ?? before.arms, shares) : plain.arms;
  await saveExperiment(scope, id, { ...plain, ...(arms ? { arms } : {}) });
  if (shares && arms && before.state !== "draft") await reweigh(scope, { before, arms }, now);
  const told = shares ? { shares: { before: sharesOf(before.arms), after: sharesOf(arms ?? before.arms) } } : {};
  const ended = change.endsAt === undefined ? {} : { endsAt: { before: before.endsAt, after: change.endsAt } };
  const others = fields.filter((field) => field !== "shares" && field !== "endsAt");
  const named = others.length > 0 ? { fields: others } : {};
  await recordExperimentAct(scope, id, { kind: "changed", by, reason, change: { ...told, ...ended, ...named } }, now);
}

const sharesOf = (arms: Experiment["arms"]) => Object.fromEntries(arms.map((arm) => [arm.name, arm.share]));

function armsWith(arms: Experiment["arms"], shares: Record<string, number>): Experiment["arms"] {
  const unknown = Object.keys(shares).find((name) => !arms.some((arm) => arm.name === name));
  if (unknown !== undefined) throw new AppError("invalid", "There is no such arm", `shares.${unknown}`);
  const changed = arms.map((arm) => ({ ...arm, share: shares[arm.name] ?? arm.share }));
  const [fault] = shareFaults(changed);
  if (fault) throw new AppError("invalid", `The shares are not right: ${fault.fault}`, "shares");
  return changed;
}

/** The next number of weights; an experiment from before weights were kept gets those that it began with first. */
async function reweigh(
  scope: Scope,
  { before, arms }: { before: Experiment; arms: Experiment["arms"] },
  now: Date,
): Promise<void> {
  const { id, acts } = before;
  const started = acts.find((act) => act.kind === "started")?.at ?? now;
  await beginAssigning(scope, before, started);
  const last = (await listWeights(scope, id)).at(-1);
  if (!last) throw new Error(`no weights were kept for ${id}`);
  const weights = arms.map((arm) => ({ arm: arm.name, weight: arm.share }));
  const ranges = reshape(last.ranges, weights);
  await saveWeights(scope, { experimentId: id, number: last.number + 1, kind: "set", weights, ranges }, now);
}

export type ActOutcome = { kind: "done" } | { kind: "faulty"; faults: ExperimentFault[] };

/**
 * Does to an experiment what somebody asks for, and keeps who and why. A start with faults is none; a conclusion freezes the
 * analysis as it stands; a promotion names the arm, or takes the one that the frozen verdict names.
 */
export async function actOnExperiment(
  scope: Scope,
  id: string,
  act: Act & { arm?: string },
  now: Date,
): Promise<ActOutcome> {
  const experiment = await getExperiment(scope, id);
  if (!mayAct(experiment.state, act.kind))
    throw new AppError("conflict", `This experiment is ${experiment.state}: it cannot be ${act.kind} now`);
  const { arm, ...said } = act;
  if (act.kind === "started") {
    const faults = await experimentFaults(scope, experiment, now);
    if (faults.length > 0) return { kind: "faulty", faults };
    await beginAssigning(scope, experiment, now);
  }
  if (act.kind === "concluded") {
    const analysis = await analyseNow(scope, experiment, now);
    await saveLook(scope, { experimentId: id, kind: "final", analysis }, now);
    said.change = { verdict: analysis.verdict.kind };
  }
  if (act.kind === "promoted") said.change = { arm: await winnerOf(scope, experiment, arm) };
  await recordExperimentAct(scope, id, said, now);
  return { kind: "done" };
}

async function winnerOf(scope: Scope, { id, arms }: Experiment, named: string | undefined): Promise<string> {
  const verdict = (await getLook(scope, id, "final"))?.analysis.verdict;
  const found = verdict?.kind === "wins" || verdict?.kind === "baseline_wins" ? verdict.arm : undefined;
  const winner = named ?? found;
  if (winner === undefined) throw new AppError("invalid", "The verdict names no winner: say which arm", "arm");
  if (arms.find((arm) => arm.name === winner)?.kind !== "variant")
    throw new AppError("invalid", "There is no such variant", "arm");
  return winner;
}
