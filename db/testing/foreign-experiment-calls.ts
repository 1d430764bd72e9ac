import { analyse } from "#domain/experiment/analysis.ts";
import { rangesOf } from "#domain/experiment/assign.ts";
import { type Arm, defaultPlan } from "#domain/experiment.ts";
import { listWeights, saveWeights } from "../allocation-weights.ts";
import { armsOf, askHoldoutAgain, assignArm, assignedArm, keepArms } from "../enrollment-arms.ts";
import { actOnExperiment, changeExperiment, experimentFaults } from "../experiment-edits.ts";
import { readAnalysis } from "../experiment-looks.ts";
import { analyseNow, getLook, readResultRows, saveLook } from "../experiment-results.ts";
import { readTraffic } from "../experiment-traffic.ts";
import { listExperimentRows, listTriableSequences } from "../experiment-views.ts";
import { readExperimentWorld } from "../experiment-world.ts";
import {
  beginAssigning,
  createExperiment,
  getExperiment,
  listExperiments,
  liveExperiments,
  openExperiment,
  recordExperimentAct,
  saveExperiment,
} from "../experiments.ts";
import { recordExposure } from "../exposures.ts";
import { experimentLooks, exposures } from "../schema/experiments.ts";
import type { Scope } from "../scope.ts";
import { catalogueOf } from "../sequence-publication.ts";
import { isFrozenVersionOf } from "../sequences.ts";
import type { Owned, Rows } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

const plan = defaultPlan("EUR");
const asIs = { kind: "variant" as const, share: 90, change: null };
const armsNamed = (name: string): Arm[] => [
  { ...asIs, name: `arm ${name}` },
  { name: "holdout", kind: "holdout", share: 10, change: null },
];
const nothing = { days: [], guardrails: [], exposed: [], weights: [], winsorised: null };
const empty = { ...nothing, apart: { otherCurrencies: [], modelCosts: [] }, today: "2026-03-05" };
const told = (a: Pick<Owned, "experiment" | "tenantId">) => ({
  ...{ id: a.experiment, arms: armsNamed(a.tenantId.slice(4)), plan, endsAt: null },
});
const setup = (a: Pick<Owned, "sequence">) => ({
  ...{ sequenceId: a.sequence, name: "Theirs", arms: armsNamed("theirs"), plan, endsAt: null },
});

/** An experiment that runs, with one contact in it. */
export async function tellExperiment(
  scope: Scope,
  owned: Omit<Owned, keyof Rows>,
  { name, at }: { name: string; at: Date },
): Promise<void> {
  const { tenantId } = scope;
  const { experiment: id, contact, enrollment, sequence: sequenceId } = owned;
  const arms = armsNamed(name);
  const said = { id, sequenceId, name: `Test of ${name}`, arms, plan, endsAt: null };
  await openExperiment(scope, said, { kind: "member", id: owned.member }, at);
  const arm = `arm ${name}`;
  const drawn = { experimentId: id, contactId: contact, arm, currency: "EUR", number: 0, chance: 0.9 };
  await assignArm(scope, drawn, at);
  await keepArms(scope, enrollment, [{ experimentId: id, arm: { ...asIs, name: arm } }], at);
  const seen = { experimentId: id, contactId: contact, arm, enrollmentId: enrollment, stepId: `step of ${name}`, at };
  await scope.db.insert(exposures).values({ tenantId, ...seen });
  const analysis = analyse({ arms, plan, endsAt: null }, empty, at);
  await scope.db.insert(experimentLooks).values({ tenantId, experimentId: id, kind: "latest", at, analysis });
}

/** What can be read of experiments, asked for what is another tenant's. */
export const experimentReads: Record<string, Call> = {
  analyseNow: async (b, a, now) => (await analyseNow(b, told(a), now)).arms.filter((arm) => arm.assigned > 0),
  armsOf: (b, a) => armsOf(b, a.enrollment),
  assignedArm: (b, a) => assignedArm(b, a.experiment, a.contact),
  catalogueOf: async (b, a, now) => (await catalogueOf(b, now)).members.has(a.member),
  experimentFaults: (b, a, now) => {
    const theirs = { ...setup(a), id: a.experiment, state: "draft" as const, acts: [], createdAt: now };
    return experimentFaults(b, theirs, now).then(
      () => true,
      () => false,
    );
  },
  getExperiment: (b, a) => getExperiment(b, a.experiment),
  getLook: (b, a) => getLook(b, a.experiment, "latest"),
  isFrozenVersionOf: (b, a) => isFrozenVersionOf(b, { sequenceId: a.idleSequence, versionId: a.idleVersion }),
  listExperiments: (b, a) => listExperiments(b, { limit: 50, sequenceId: a.sequence }),
  listExperimentRows: async (b, a) => (await listExperimentRows(b, { sequenceId: a.sequence })).rows,
  listTriableSequences: async (b, a) => (await listTriableSequences(b)).filter((one) => one.id === a.sequence),
  listWeights: (b, a) => listWeights(b, a.experiment),
  liveExperiments: (b, a) => liveExperiments(b, a.sequence),
  readExperimentWorld: (b, a, now) => readExperimentWorld(b, { sequenceId: a.sequence, experimentId: null }, now),
  readResultRows: async (b, a, now) => {
    const { days, guardrails, exposed } = await readResultRows(b, told(a), now);
    return [...days, ...guardrails, ...exposed];
  },
  readTraffic: async (b, a, now) => (await readTraffic(b, { sequenceId: a.sequence, ...plan }, now)).weeklyContacts > 0,
};

export const experimentWrites: Record<string, Call> = {
  actOnExperiment: (b, a, now) =>
    actOnExperiment(b, a.experiment, { kind: "stopped", by: { kind: "policy" }, reason: "theirs" }, now),
  changeExperiment: (b, a, now) =>
    changeExperiment(b, a.experiment, { change: { endsAt: now }, by: { kind: "policy" }, reason: "theirs" }, now),
  readAnalysis: (b, a, now) => readAnalysis(b, a.experiment, { fresh: true, now }),
  askHoldoutAgain: (b, a, now) => askHoldoutAgain(b, { enrollmentId: a.enrollment, experimentId: a.experiment }, now),
  assignArm: (b, a, now) => {
    const drawn = { experimentId: a.experiment, contactId: a.contact, arm: "other" };
    return assignArm(b, { ...drawn, currency: "EUR", number: 0, chance: 0.5 }, now);
  },
  beginAssigning: (b, a, now) => beginAssigning(b, told(a), now),
  createExperiment: (b, a, now) => createExperiment(b, setup(a), { kind: "policy" }, now),
  keepArms: (b, a, now) =>
    keepArms(b, a.openEnrollment, [{ experimentId: a.experiment, arm: { ...asIs, name: "other" } }], now),
  openExperiment: (b, a, now) => openExperiment(b, setup(a), { kind: "policy" }, now),
  recordExperimentAct: (b, a, now) =>
    recordExperimentAct(b, a.experiment, { kind: "paused", by: { kind: "policy" }, reason: "theirs" }, now),
  recordExposure: (b, a, now) => {
    const seen = { experimentId: a.experiment, contactId: a.contact, enrollmentId: a.openEnrollment, stepId: null };
    return recordExposure(b, seen, now);
  },
  saveExperiment: (b, a) => saveExperiment(b, a.experiment, { name: "Theirs" }),
  saveLook: (b, a, now) =>
    saveLook(b, { experimentId: a.experiment, kind: "latest", analysis: analyse(told(a), empty, now) }, now),
  saveWeights: (b, a, now) => {
    const weights = [{ arm: "other", weight: 1 }];
    const row = { experimentId: a.experiment, number: 7, kind: "set" as const, weights, ranges: rangesOf(weights) };
    return saveWeights(b, row, now);
  },
};
