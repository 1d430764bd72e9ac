import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { Budget } from "#domain/budget.ts";
import type { Incentive, IncentiveRule } from "#domain/incentive.ts";
import { newId } from "./ids.ts";
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

/** The incentives in use, the oldest first. */
export function listIncentives(scope: Scope): Promise<Incentive[]> {
  return scope.db
    .select(shape)
    .from(incentives)
    .where(and(eq(incentives.tenantId, scope.tenantId), isNull(incentives.archivedAt)))
    .orderBy(asc(incentives.id));
}

/** Adds an incentive. `percent` stands for kind `percent` only; without a budget no step may offer it. */
export async function createIncentive(
  scope: Scope,
  { budget = null, ...given }: Omit<Incentive, "id"> & { budget?: Budget | null | undefined },
  now: Date,
): Promise<Incentive> {
  const incentive = { ...given, id: newId("incentive", now) };
  await scope.db.insert(incentives).values({ ...incentive, budget, tenantId: scope.tenantId, createdAt: now });
  return incentive;
}

/** Changes an incentive that is in use; what was already promised in a message stays as it was rendered. */
export async function saveIncentive(
  scope: Scope,
  id: string,
  change: Partial<Omit<Incentive, "id"> & { budget: Budget | null | undefined }>,
): Promise<Incentive> {
  const inUse = and(eq(incentives.tenantId, scope.tenantId), eq(incentives.id, id), isNull(incentives.archivedAt));
  const [row] =
    Object.keys(change).length > 0
      ? await scope.db.update(incentives).set(change).where(inUse).returning(shape)
      : await scope.db.select(shape).from(incentives).where(inUse);
  if (!row) throw new AppError("not_found", "There is no such incentive");
  return row;
}

/** Takes an incentive out of use; its row stays, because messages name it. */
export async function archiveIncentive(scope: Scope, id: string, now: Date): Promise<void> {
  await saveIncentive(scope, id, {});
  const [rule] = await scope.db
    .select({ id: incentiveRules.id })
    .from(incentiveRules)
    .where(and(eq(incentiveRules.tenantId, scope.tenantId), eq(incentiveRules.incentiveId, id)))
    .limit(1);
  if (rule) throw new AppError("conflict", "A rule by cart value offers this incentive: change the rule first");
  await scope.db
    .update(incentives)
    .set({ archivedAt: now })
    .where(and(eq(incentives.tenantId, scope.tenantId), eq(incentives.id, id)));
}

export type StoredRule = { id: string; currency: string; minTotal: number; incentiveId: string | null };

/** The rules by cart value, per currency the highest first. */
export function listRules(scope: Scope): Promise<StoredRule[]> {
  const { id, currency, minTotal, incentiveId } = incentiveRules;
  return scope.db
    .select({ id, currency, minTotal, incentiveId })
    .from(incentiveRules)
    .where(eq(incentiveRules.tenantId, scope.tenantId))
    .orderBy(asc(currency), desc(minTotal));
}

/** Puts a whole table of rules in place of the one before. */
export async function replaceRules(scope: Scope, rules: Omit<StoredRule, "id">[], now: Date): Promise<StoredRule[]> {
  const known = new Set((await listIncentives(scope)).map((incentive) => incentive.id));
  const missing = rules.find((rule) => rule.incentiveId !== null && !known.has(rule.incentiveId));
  if (missing) throw new AppError("invalid", "There is no such incentive", "rules");
  await scope.db.delete(incentiveRules).where(eq(incentiveRules.tenantId, scope.tenantId));
  const rows = rules.map((rule) => ({ ...rule, tenantId: scope.tenantId, id: newId("rule", now) }));
  if (rows.length > 0) await scope.db.insert(incentiveRules).values(rows);
  return listRules(scope);
}
