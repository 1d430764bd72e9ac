import type { Budget } from "#domain/budget.ts";
import { type Arm, defaultPlan } from "#domain/experiment.ts";
import type { Incentive } from "#domain/incentive.ts";
import { classicLadder, type Step } from "#domain/sequence.ts";
import { graphOfSteps } from "#domain/sequence-graph.ts";
import { openExperiment } from "../experiments.ts";
import { newId } from "../ids.ts";
import { incentiveRules, incentives } from "../schema/sequences.ts";
import type { Scope } from "../scope.ts";
import { createSequence, publishVersion } from "../sequences.ts";
import { shop } from "./cast.ts";
import { idSource } from "./chance.ts";

export type Ladder = {
  sequenceId: string;
  versionId: string;
  steps: Step[];
  experimentId: string;
  arms: Arm[];
  incentives: Incentive[];
};

/** Incentives, rules by cart value, the classic ladder in use, and a holdout from the first day. */
export async function planLadder(scope: Scope, by: string, at: Date): Promise<Ladder> {
  const { tenantId } = scope;
  const offers = incentiveList(at);
  const { freeShipping, ten, fifteen } = offers;
  const all = [freeShipping, ten, fifteen];
  await scope.db
    .insert(incentives)
    .values(all.map((one) => ({ ...one, tenantId, budget: budgets[one.code], createdAt: at })));
  const rule = (minTotal: number, incentiveId: string) => ({
    ...{ tenantId, minTotal, incentiveId, id: newId("rule", at) },
    currency: shop.currency,
  });
  await scope.db.insert(incentiveRules).values([rule(10_000, fifteen.id), rule(5_000, freeShipping.id)]);
  const steps = classicLadder({ freeShippingId: freeShipping.id, percentId: ten.id });
  const graph = graphOfSteps(steps);
  const sequenceId = await createSequence(scope, { name: "Abandoned cart", steps, graph }, by, at);
  const versionId = await publishVersion(scope, sequenceId, by, at);
  const experimentId = await startExperiment(scope, { sequenceId, by }, at);
  return { sequenceId, versionId, steps, experimentId, arms, incentives: all };
}

/** By code; free shipping costs the demo shop little, so that nothing limits it. */
const budgets: Record<string, Budget> = {
  SEABREEZE: { kind: "unlimited" },
  LANTERN10: { kind: "limited", period: "month", coupons: 400, amounts: [] },
  BONFIRE15: {
    kind: "limited",
    period: "total",
    coupons: null,
    amounts: [{ amount: 250_000, currency: shop.currency }],
  },
};

function incentiveList(at: Date) {
  const offer = (name: string, code: string, percent: number | null) => ({
    id: newId("incentive", at),
    name,
    kind: percent === null ? ("free_shipping" as const) : ("percent" as const),
    percent,
    code,
    validHours: null,
  });
  return {
    freeShipping: offer("Free shipping", "SEABREEZE", null),
    ten: offer("10% off", "LANTERN10", 10),
    fifteen: offer("15% off", "BONFIRE15", 15),
  };
}

const arms: Arm[] = [
  { name: "holdout", kind: "holdout", share: 10, change: null },
  { name: "ladder", kind: "variant", share: 90, change: null },
];

/** Its id is the same everywhere, so that the same addresses are held out at every first start. */
function startExperiment(scope: Scope, { sequenceId, by }: { sequenceId: string; by: string }, at: Date) {
  const id = newId("experiment", new Date(0), idSource(1));
  const said = { id, sequenceId, name: "Ladder against nothing", arms, plan: defaultPlan(shop.currency), endsAt: null };
  return openExperiment(scope, said, { kind: "member", id: by }, at);
}
