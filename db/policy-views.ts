import { sql } from "drizzle-orm";
import type { Arm } from "#domain/experiment.ts";
import type { Scope } from "./scope.ts";

type Held = {
  sequence: string;
  sequenceId: string;
  experiment: string;
  arms: Arm[];
  weights: { arm: string; weight: number }[] | null;
};

export type HeldBack = { sequence: string; sequenceId: string; experiment: string; percent: number };

/** How much of its contacts each sequence holds back, in percent, from the experiments that run now. */
export async function listHoldoutShares(scope: Scope): Promise<HeldBack[]> {
  const rows = await scope.db.execute<Held>(sql`
    select s.name as sequence, s.id as "sequenceId", e.name as experiment, e.arms, held.weights from experiments e
    join sequences s on s.tenant_id = e.tenant_id and s.id = e.sequence_id and s.archived_at is null
    join lateral (select kind from experiment_acts a where a.tenant_id = e.tenant_id and a.experiment_id = e.id
      and a.kind <> 'changed' order by a.seq desc limit 1) act on act.kind in ('started', 'resumed')
    left join lateral (select weights from allocation_weights w where w.tenant_id = e.tenant_id
      and w.experiment_id = e.id order by w.number desc limit 1) held on true
    where e.tenant_id = ${scope.tenantId} order by e.id`);
  return [...rows].flatMap(({ arms, weights, ...named }) => {
    const shares = weights ?? arms.map((arm) => ({ arm: arm.name, weight: arm.share }));
    const holdouts = new Set(arms.filter((arm) => arm.kind === "holdout").map((arm) => arm.name));
    const whole = shares.reduce((sum, one) => sum + one.weight, 0);
    const held = shares.reduce((sum, one) => sum + (holdouts.has(one.arm) ? one.weight : 0), 0);
    return held > 0 ? [{ ...named, percent: Math.round((held / whole) * 1000) / 10 }] : [];
  });
}
