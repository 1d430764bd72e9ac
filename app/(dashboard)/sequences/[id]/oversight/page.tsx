import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { purposeLabels } from "#components/sequence/labels.ts";
import { TextLink } from "#components/ui/link.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { readSequenceOversight, type StepOversight } from "#db/oversight-views.ts";
import { getPolicy } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { mayEarn } from "#domain/oversight/earned-autonomy.ts";
import type { OversightMode } from "#domain/sequence.ts";
import { SequenceOversightView } from "./sequence-oversight.tsx";

export const metadata: Metadata = { title: "Oversight of a sequence" };

export default async function SequenceOversightPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const found = await readAsOrNull(member, async (scope) => ({
    sequence: await readSequenceOversight(scope, id),
    policy: await getPolicy(scope),
  }));
  if (!found?.sequence) notFound();
  const { sequence, policy } = found;
  const mode = sequence.sequenceMode ?? policy.oversightMode;
  return (
    <Page>
      <PageHeader
        title="Oversight"
        description={`What people made of each step of version ${sequence.versionNumber}, and how far it goes without them. A new version starts as its plan says.`}
        above={<TextLink href={`/sequences/${id}`}>{sequence.name}</TextLink>}
      />
      <SequenceOversightView
        id={id}
        sequenceMode={sequence.sequenceMode}
        tenantMode={policy.oversightMode}
        records={sequence.steps.map((one) => recordOf(one, mode))}
        mayChange={includesRole(member.role, "admin")}
      />
    </Page>
  );
}

function recordOf({ step, position, moved, demotion, evidence }: StepOversight, sequenceMode: OversightMode) {
  return {
    stepId: step.id,
    label: `Step ${position + 1}: ${purposeLabels[step.purpose]}`,
    mode: demotion ? ("gated" as const) : (moved ?? step.oversight ?? sequenceMode),
    moved,
    planned: step.oversight ?? sequenceMode,
    ofItsOwn: step.oversight !== null,
    demotion: demotion && {
      ...{ reason: demotion.reason, share: demotion.share, of: demotion.ofCount, limit: demotion.limit },
    },
    earning: mayEarn(evidence),
    evidence,
  };
}
