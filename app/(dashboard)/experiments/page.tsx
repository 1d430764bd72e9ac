import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listExperimentRows } from "#db/experiment-views.ts";
import { listSequences } from "#db/sequence-views.ts";
import { getTenant } from "#db/tenants.ts";
import { experimentStates } from "#domain/experiment/life.ts";
import { includesRole } from "#domain/member.ts";
import { ExperimentList } from "./experiment-list.tsx";

export const metadata: Metadata = { title: "Experiments" };

type Props = { searchParams: Promise<{ state?: string; sequence?: string }> };

export default async function ExperimentsPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = await searchParams;
  const state = experimentStates.find((known) => known === asked.state);
  const sequenceId = asked.sequence?.slice(0, 60) || undefined;
  const found = await readAs(member, async (scope, now) => ({
    first: { ...(await listExperimentRows(scope, { state, sequenceId })), now: now.toISOString() },
    sequences: (await listSequences(scope)).map(({ id, name }) => ({ id, name })),
    zone: (await getTenant(scope)).timeZone,
  }));
  const filters = { state: state ?? null, sequenceId: sequenceId ?? null };
  return <ExperimentList filters={filters} {...found} maySetUp={includesRole(member.role, "marketer")} />;
}
