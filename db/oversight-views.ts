import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { AutonomyEvidence } from "#domain/oversight/earned-autonomy.ts";
import type { OversightMode, Step } from "#domain/sequence.ts";
import { publications, sequences, sequenceVersions } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";
import { complaintsOf, verdictsOf } from "./step-evidence.ts";
import { type DemotionRow, demotionsOf, type Moves, movesOf } from "./step-oversight.ts";

export type StepOversight = {
  step: Step;
  position: number;
  moved: OversightMode | null;
  demotion: DemotionRow | null;
  evidence: AutonomyEvidence;
};

export type SequenceOversight = {
  id: string;
  name: string;
  versionId: string;
  versionNumber: number;
  sequenceMode: OversightMode | null;
  steps: StepOversight[];
};

/** How far each step of a sequence's live version goes without people, and what people made of it; null when it is not live. */
export async function readSequenceOversight(scope: Scope, sequenceId: string): Promise<SequenceOversight | null> {
  const [live] = await scope.db
    .select({
      ...{ name: sequences.name, versionId: sequenceVersions.id, versionNumber: sequenceVersions.number },
      ...{ steps: sequenceVersions.steps, publishedAt: publications.at },
    })
    .from(publications)
    .innerJoin(sequences, and(eq(sequences.tenantId, publications.tenantId), eq(sequences.id, publications.sequenceId)))
    .innerJoin(
      sequenceVersions,
      and(eq(sequenceVersions.tenantId, publications.tenantId), eq(sequenceVersions.id, publications.versionId)),
    )
    .where(
      and(
        eq(publications.tenantId, scope.tenantId),
        eq(publications.sequenceId, sequenceId),
        isNotNull(publications.versionId),
      ),
    )
    .orderBy(desc(publications.at), desc(publications.id))
    .limit(1);
  if (!live) return null;
  const { name, versionId, versionNumber, publishedAt } = live;
  const place = { sequenceId, versionId, publishedAt };
  const said = { moves: await movesOf(scope, sequenceId, versionId), demoted: await demotionsOf(scope, sequenceId) };
  const steps: StepOversight[] = [];
  for (const [position, step] of live.steps.entries())
    steps.push(await stepOversight(scope, { ...place, step, position }, said));
  return { id: sequenceId, name, versionId, versionNumber, sequenceMode: said.moves.sequenceMode, steps };
}

type Place = { sequenceId: string; versionId: string; publishedAt: Date; step: Step; position: number };

async function stepOversight(
  scope: Scope,
  { sequenceId, versionId, publishedAt, step, position }: Place,
  { moves, demoted }: { moves: Moves; demoted: DemotionRow[] },
): Promise<StepOversight> {
  const [last] = demoted.filter((one) => one.stepId === step.id);
  const since = last && last.at > publishedAt ? last.at : publishedAt;
  const evidence = {
    ...(await verdictsOf(scope, { sequenceId, versionId, stepId: step.id, since, most: null })),
    ...(await complaintsOf(scope, { versionId, position, since })),
  };
  const demotion = last && last.liftedAt === null ? last : null;
  return { step, position, moved: moves.stepModes.get(step.id) ?? null, demotion, evidence };
}
