import { and, eq, isNull } from "drizzle-orm";
import type { Incentive, IncentiveRule } from "#domain/incentive.ts";
import { incentiveRules, incentives } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

const shape = {
  id: incentives.id,
  name: incentives.name,
  kind: incentives.kind,
  percent: incentives.percent,
  code: incentives.code,
  validHours: incentives.validHours,
};

/** The incentives in use and the rules by cart value, as `chooseIncentive` takes them. */
export async function availableIncentives(scope: Scope): Promise<{ incentives: Incentive[]; rules: IncentiveRule[] }> {
  const usable = await scope.db
    .select(shape)
    .from(incentives)
    .where(and(eq(incentives.tenantId, scope.tenantId), isNull(incentives.archivedAt)));
  const rules = await scope.db.select().from(incentiveRules).where(eq(incentiveRules.tenantId, scope.tenantId));
  const byId = new Map(usable.map((one) => [one.id, one]));
  return {
    incentives: usable,
    rules: rules.map(({ id, minTotal, currency, incentiveId }) => ({
      id,
      minTotal,
      currency,
      incentive: incentiveId ? (byId.get(incentiveId) ?? null) : null,
    })),
  };
}

/** One incentive, archived or not, or null. */
export async function getIncentive(scope: Scope, id: string): Promise<Incentive | null> {
  const [row] = await scope.db
    .select(shape)
    .from(incentives)
    .where(and(eq(incentives.tenantId, scope.tenantId), eq(incentives.id, id)));
  return row ?? null;
}
