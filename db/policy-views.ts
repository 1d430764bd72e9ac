import { and, asc, eq, isNull } from "drizzle-orm";
import { experiments, sequences } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

/** How much of its contacts each sequence holds back, in percent, from the experiments that run now. */
export async function listHoldoutShares(scope: Scope): Promise<{ sequence: string; percent: number }[]> {
  const rows = await scope.db
    .select({ sequence: sequences.name, arms: experiments.arms })
    .from(experiments)
    .innerJoin(sequences, and(eq(sequences.tenantId, experiments.tenantId), eq(sequences.id, experiments.sequenceId)))
    .where(and(eq(experiments.tenantId, scope.tenantId), isNull(experiments.stoppedAt), isNull(sequences.archivedAt)))
    .orderBy(asc(experiments.id));
  return rows.flatMap(({ sequence, arms }) => {
    const whole = arms.reduce((sum, arm) => sum + arm.share, 0);
    const held = arms.filter((arm) => arm.kind === "holdout").reduce((sum, arm) => sum + arm.share, 0);
    return held > 0 ? [{ sequence, percent: Math.round((held / whole) * 1000) / 10 }] : [];
  });
}
