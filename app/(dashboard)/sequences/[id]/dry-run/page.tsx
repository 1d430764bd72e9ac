import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listDryRuns, readDryRun } from "#db/dry-run-views.ts";
import { availableIncentives } from "#db/incentives.ts";
import { listMembers } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { listSequences, readSequence } from "#db/sequence-views.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { DryRunBoard } from "./dry-run-board.tsx";

export const metadata: Metadata = { title: "Dry run" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ run?: string }> };

export default async function DryRunPage({ params, searchParams }: Props) {
  const member = await requireMember();
  const { id } = await params;
  const { run } = await searchParams;
  const found = await readAsOrNull(member, (scope, now) => readBoard(scope, { id, run: run ?? null, now }));
  if (!found) notFound();
  return <DryRunBoard key={found.run?.id ?? "none"} {...found} mayRun={includesRole(member.role, "marketer")} />;
}

async function readBoard(scope: Scope, asked: { id: string; run: string | null; now: Date }) {
  const { id, name, versions } = await readSequence(scope, asked.id);
  const runs = await listDryRuns(scope, id);
  const chosen = asked.run ?? runs[0]?.id;
  const run = chosen ? await readDryRun(scope, chosen) : null;
  const { incentives } = await availableIncentives(scope);
  const members = await listMembers(scope);
  const named = await listSequences(scope);
  return {
    ...{ sequence: { id, name }, runs, run: run?.sequenceId === id ? run : null },
    versions: versions.filter(({ frozen }) => frozen).map(({ id, number }) => ({ id, number })),
    names: {
      incentives: incentives.map(({ id, name }) => ({ id, name })),
      members: members.map(({ id, name, email }) => ({ id, name: name || email })),
    },
    others: Object.fromEntries(named.map(({ id, name }) => [id, name])),
    zone: (await getTenant(scope)).timeZone,
    now: asked.now.toISOString(),
  };
}
