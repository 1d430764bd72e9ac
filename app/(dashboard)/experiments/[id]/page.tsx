import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listWeights } from "#db/allocation-weights.ts";
import { listKeys } from "#db/api-keys.ts";
import { experimentFaults } from "#db/experiment-edits.ts";
import { readAnalysis } from "#db/experiment-looks.ts";
import { getExperiment } from "#db/experiments.ts";
import { listMembers } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { readSequenceName } from "#db/sequences.ts";
import { getTenant } from "#db/tenants.ts";
import type { ExperimentView } from "#domain/experiment-view.ts";
import { includesRole } from "#domain/member.ts";
import { readChoices } from "../read-choices.ts";
import { SetupBoard } from "../setup-board.tsx";
import { ExperimentBoard } from "./experiment-board.tsx";

export const metadata: Metadata = { title: "Experiment" };

export default async function ExperimentPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const mayAct = includesRole(member.role, "marketer");
  const found = await readAsOrNull(member, async (scope, now) => {
    const first = await readExperiment(scope, id, now);
    return first.state === "draft"
      ? { kind: "draft" as const, first, choices: await readChoices(scope) }
      : { kind: "started" as const, first, ...(await readReading(scope, first, now)) };
  });
  if (!found) notFound();
  if (found.kind === "started") {
    const { kind: _, ...reading } = found;
    return <ExperimentBoard key={id} {...reading} mayAct={mayAct} />;
  }
  const { sequenceId, name, arms, plan, endsAt } = found.first;
  const setup = { sequenceId, name, arms, plan, endsAt };
  return <SetupBoard key={id} first={setup} id={id} choices={found.choices} readOnly={!mayAct} />;
}

async function readExperiment(scope: Scope, id: string, now: Date): Promise<ExperimentView> {
  const experiment = await getExperiment(scope, id);
  const weights = await listWeights(scope, id);
  return {
    ...experiment,
    endsAt: experiment.endsAt?.toISOString() ?? null,
    createdAt: experiment.createdAt.toISOString(),
    acts: experiment.acts.map((act) => ({ ...act, at: act.at.toISOString() })),
    weights: weights.map(({ number, kind, weights: held, at }) => {
      return { number, kind, weights: held, at: at.toISOString() };
    }),
    faults: await experimentFaults(scope, experiment, now),
  };
}

async function readReading(scope: Scope, { id, sequenceId }: ExperimentView, now: Date) {
  const members = await listMembers(scope);
  const keys = await listKeys(scope);
  return {
    analysis: await readAnalysis(scope, id, { fresh: false, now }),
    sequenceName: await readSequenceName(scope, sequenceId),
    names: Object.fromEntries([
      ...members.map(({ id: memberId, name, email }): [string, string] => [memberId, name || email]),
      ...keys.map(({ id: keyId, name }): [string, string] => [keyId, name]),
    ]),
    zone: (await getTenant(scope)).timeZone,
  };
}
