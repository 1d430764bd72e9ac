import { and, asc, eq } from "drizzle-orm";
import { allocationWeights } from "./schema/experiments.ts";
import type { Scope } from "./scope.ts";

export type AllocationRow = Omit<typeof allocationWeights.$inferSelect, "tenantId">;

/** Keeps the weights that hold from now on; a number that is there already stays as it is. */
export async function saveWeights(scope: Scope, row: Omit<AllocationRow, "at">, now: Date): Promise<void> {
  await scope.db
    .insert(allocationWeights)
    .values({ tenantId: scope.tenantId, ...row, at: now })
    .onConflictDoNothing();
}

/** Every set of weights that an experiment has had, oldest first. */
export function listWeights(scope: Scope, experimentId: string): Promise<AllocationRow[]> {
  return scope.db
    .select(columns)
    .from(allocationWeights)
    .where(and(eq(allocationWeights.tenantId, scope.tenantId), eq(allocationWeights.experimentId, experimentId)))
    .orderBy(asc(allocationWeights.number));
}

const columns = {
  experimentId: allocationWeights.experimentId,
  number: allocationWeights.number,
  kind: allocationWeights.kind,
  weights: allocationWeights.weights,
  ranges: allocationWeights.ranges,
  at: allocationWeights.at,
};
