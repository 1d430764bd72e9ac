import { assignArm, assignedArm } from "#db/enrollment-arms.ts";
import { type LiveExperiment, liveExperiments } from "#db/experiments.ts";
import type { Scope } from "#db/scope.ts";
import { isFrozenVersionOf } from "#db/sequences.ts";
import { type ChosenArm, versionOf } from "#domain/experiment/apply-arms.ts";
import { armAt, chancesOf, rangesOf } from "#domain/experiment/assign.ts";
import type { Arm } from "#domain/experiment.ts";

const everybody: Arm = { name: "everybody", kind: "variant", share: 100, change: null };

/** The arms under which a contact enters: `arm` speaks for all, a holdout before any other; `versionId` is what it walks. */
export type Picked = { chosen: ChosenArm[]; experimentId: string | null; arm: Arm; versionId: string };

type Entering = { sequenceId: string; versionId: string; contact: { id: string; address: string } };

/**
 * Draws an eligible contact's arms in every experiment of a sequence that runs, keeps the draw, and says what follows. Who
 * was drawn before keeps its arm, also while the experiment is paused; a promoted arm is everybody's.
 */
export async function pickArms(scope: Scope, entering: Entering, now: Date): Promise<Picked> {
  const chosen: ChosenArm[] = [];
  for (const experiment of await liveExperiments(scope, entering.sequenceId)) {
    const name = await drawnArm(scope, experiment, { contact: entering.contact, now });
    const arm = experiment.arms.find((one) => one.name === name);
    if (arm) chosen.push({ experimentId: experiment.id, arm });
  }
  const speaking = chosen.find(({ arm }) => arm.kind === "holdout") ?? chosen[0];
  const wanted = versionOf(chosen);
  const { sequenceId, versionId } = entering;
  const walked = wanted && (await isFrozenVersionOf(scope, { sequenceId, versionId: wanted })) ? wanted : versionId;
  return {
    chosen,
    experimentId: speaking?.experimentId ?? null,
    arm: speaking?.arm ?? everybody,
    versionId: walked,
  };
}

async function drawnArm(
  scope: Scope,
  experiment: LiveExperiment,
  { contact, now }: { contact: Entering["contact"]; now: Date },
): Promise<string | null> {
  const { id: experimentId, currency, number, state } = experiment;
  if (state === "promoted") return experiment.promotedArm;
  if (state === "paused") return assignedArm(scope, experimentId, contact.id);
  const ranges = rangesNow(experiment);
  const arm = armAt(experimentId, contact.address, ranges);
  if (arm === null) return null;
  const chance = chancesOf(ranges).get(arm) ?? 0;
  return assignArm(scope, { experimentId, contactId: contact.id, arm, currency, number, chance }, now);
}

/** The pieces of [0, 1) by which an experiment draws now. */
export function rangesNow({ ranges, arms }: Pick<LiveExperiment, "ranges" | "arms">) {
  return ranges ?? rangesOf(arms.map((arm) => ({ arm: arm.name, weight: arm.share })));
}
