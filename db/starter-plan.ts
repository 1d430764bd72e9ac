import { type Arm, defaultPlan } from "#domain/experiment.ts";
import { currencyDigits } from "#domain/money.ts";
import { classicLadder } from "#domain/sequence.ts";
import { graphOfSteps } from "#domain/sequence-graph.ts";
import { openExperiment } from "./experiments.ts";
import { createIncentive, replaceRules } from "./incentives.ts";
import type { Scope } from "./scope.ts";
import { createSequence } from "./sequences.ts";

const arms: Arm[] = [
  { name: "holdout", kind: "holdout", share: 10, change: null },
  { name: "ladder", kind: "variant", share: 90, change: null },
];

/**
 * What a new tenant begins with: three incentives, rules by cart value, the classic ladder not yet published, and a
 * holdout of a tenth from the first day. Nothing is sent before a person publishes.
 */
export async function createStarterPlan(
  scope: Scope,
  given: { currency: string; by: string; now: Date },
): Promise<{ sequenceId: string }> {
  const { currency, by, now } = given;
  const offer = (name: string, percent: number | null) =>
    createIncentive(
      scope,
      {
        ...{ name, kind: percent === null ? "free_shipping" : "percent", percent, code: null, validHours: null },
        budget: { kind: "limited", period: "month", coupons: 500, amounts: [] },
      },
      now,
    );
  const freeShipping = await offer("Free shipping", null);
  const ten = await offer("10% off", 10);
  const fifteen = await offer("15% off", 15);
  const minor = (major: number) => major * 10 ** currencyDigits(currency);
  await replaceRules(
    scope,
    [
      { currency, minTotal: minor(100), incentiveId: fifteen.id },
      { currency, minTotal: minor(50), incentiveId: freeShipping.id },
    ],
    now,
  );
  const steps = classicLadder({ freeShippingId: freeShipping.id, percentId: ten.id });
  const graph = graphOfSteps(steps);
  const sequenceId = await createSequence(scope, { name: "Abandoned cart", steps, graph }, by, now);
  const said = { sequenceId, name: "Ladder against nothing", arms, plan: defaultPlan(currency), endsAt: null };
  await openExperiment(scope, said, { kind: "member", id: by }, now);
  return { sequenceId };
}
