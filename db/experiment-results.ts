import { and, eq, sql } from "drizzle-orm";
import { type Analysis, type Apart, analyse, type ResultRows } from "#domain/experiment/analysis.ts";
import type { GuardrailSums } from "#domain/experiment/guardrails.ts";
import { isShareMetric } from "#domain/experiment/metric.ts";
import { dayIn } from "#domain/period.ts";
import { listWeights } from "./allocation-weights.ts";
import { capOf, dailySums, guardrailSums, type Watch } from "./experiment-outcomes.ts";
import type { ExperimentRow } from "./experiments.ts";
import { experimentLooks } from "./schema/experiments.ts";
import type { Scope } from "./scope.ts";
import { getTenant } from "./tenants.ts";

type Told = Pick<ExperimentRow, "id" | "arms" | "plan" | "endsAt">;

/** Who was assigned what, when, by which weights, and what they had spent before. */
const assignedTo = (experimentId: string) => sql`
  select contact_id, arm, weights_number as number, at, spent_before::float8 as x
  from assignments where experiment_id = ${experimentId}`;

/** All that the tables say of an experiment, in sums by assigned arm: no contact's row leaves the database. */
export async function readResultRows(scope: Scope, { id, arms, plan }: Told, now: Date): Promise<ResultRows> {
  const { timeZone } = await getTenant(scope);
  await joinAtOnce(scope, id);
  const assigned = assignedTo(id);
  const watch: Watch = { ...plan, now };
  const winsorised = await readCap(scope, id, watch, plan.winsorise);
  const cap = winsorised?.cap ?? null;
  const days = await scope.db.execute<ResultRows["days"][number]>(dailySums(assigned, watch, { cap, timeZone }));
  const exposed = await scope.db.execute<{ arm: string; exposed: number }>(sql`
    select arm, count(*)::int as exposed from exposures where experiment_id = ${id} group by arm`);
  const weights = (await listWeights(scope, id)).map(({ number, weights: held }) => ({ number, weights: held }));
  const first = { number: 0, weights: arms.map((arm) => ({ arm: arm.name, weight: arm.share })) };
  return {
    days: [...days],
    guardrails: await readGuardrailSums(scope, id, watch),
    exposed: [...exposed],
    weights: weights.some((row) => row.number === 0) ? weights : [first, ...weights],
    winsorised,
    apart: await readApart(scope, id, watch),
    today: dayIn(now, timeZone),
  };
}

// A join of so few contacts is quickest by index, one after the other; of more, all at once.
const fewContacts = 2_000;

/**
 * Keeps the planner, for the rest of the transaction, from looking up many contacts one by one: of an experiment that has
 * just filled it knows no numbers and takes it for a handful: at 4,000 contacts that went beyond the statements' time limit.
 */
async function joinAtOnce(scope: Scope, experimentId: string): Promise<void> {
  const [row] = await scope.db.execute<{ many: boolean }>(sql`select count(*) > ${fewContacts} as many
    from (select from assignments where experiment_id = ${experimentId} limit ${fewContacts + 1}) drawn`);
  if (!row?.many) return;
  await scope.db.execute(sql`set local enable_nestloop = off`);
  // A look at a million contacts is taken once and kept; it may take longer than any page.
  await scope.db.execute(sql`set local statement_timeout = '5min'`);
}

async function readCap(scope: Scope, id: string, watch: Watch, quantile: number | null) {
  if (quantile === null || isShareMetric(watch.metric)) return null;
  const [row] = await scope.db.execute<{ cap: number | null; capped: number }>(capOf(assignedTo(id), watch, quantile));
  return row?.cap == null ? null : { quantile, cap: row.cap, capped: row.capped };
}

type Ended = {
  arm: string;
  units: number;
  unsubscribed: number;
  complained: number;
  refunded: number;
  discount: number;
  discountSquares: number;
};

async function readGuardrailSums(scope: Scope, id: string, watch: Watch): Promise<GuardrailSums[]> {
  const rows = await scope.db.execute<Ended>(guardrailSums(assignedTo(id), watch));
  return [...rows].flatMap(({ arm, units, ...sums }) => {
    const share = (metric: GuardrailSums["metric"], sum: number) => ({ arm, units, metric, sum, sumOfSquares: sum });
    return [
      share("unsubscribe_rate", sums.unsubscribed),
      share("complaint_rate", sums.complained),
      share("refund_rate", sums.refunded),
      { arm, units, metric: "discount_cost" as const, sum: sums.discount, sumOfSquares: sums.discountSquares },
    ];
  });
}

/** Orders and model cost in other currencies: never summed with the rest, and never hidden. */
async function readApart(scope: Scope, id: string, watch: Watch): Promise<Apart> {
  const orders = await scope.db.execute<Apart["otherCurrencies"][number]>(sql`
    with assigned as materialized (${assignedTo(id)})
    select orders.currency, count(*)::int as orders from assigned
    join orders on orders.contact_id = assigned.contact_id and orders.currency <> ${watch.currency} and orders.status <> 'cancelled'
    where orders.ordered_at >= assigned.at and orders.ordered_at < assigned.at + make_interval(days => ${watch.watchDays})
    group by 1 order by 1`);
  const costs = await scope.db.execute<Apart["modelCosts"][number]>(sql`
    with assigned as (${assignedTo(id)})
    select drafts.cost_currency as currency, sum(drafts.cost_micros)::float8 as micros from assigned
    join enrollments on enrollments.contact_id = assigned.contact_id and enrollments.started_at >= assigned.at
    join decisions on decisions.enrollment_id = enrollments.id join drafts on drafts.decision_id = decisions.id
    where drafts.cost_micros > 0 and drafts.cost_currency <> ${watch.currency} group by 1 order by 1`);
  return { otherCurrencies: [...orders], modelCosts: [...costs] };
}

/** An experiment as it stands at this moment, from its rows. */
export async function analyseNow(scope: Scope, experiment: Told, now: Date): Promise<Analysis> {
  return analyse(experiment, await readResultRows(scope, experiment, now), now);
}

/** Keeps an analysis: the latest for the pages, or the one that a conclusion freezes, which is never replaced. */
export async function saveLook(
  scope: Scope,
  look: { experimentId: string; kind: "latest" | "final"; analysis: Analysis },
  now: Date,
): Promise<void> {
  const row = { tenantId: scope.tenantId, ...look, at: now };
  const insert = scope.db.insert(experimentLooks).values(row);
  const target = [experimentLooks.tenantId, experimentLooks.experimentId, experimentLooks.kind];
  if (look.kind === "final") await insert.onConflictDoNothing();
  else await insert.onConflictDoUpdate({ target, set: { analysis: look.analysis, at: now } });
}

/** A kept analysis with when it was made; null where there is none. */
export async function getLook(
  scope: Scope,
  experimentId: string,
  kind: "latest" | "final",
): Promise<{ at: Date; analysis: Analysis } | null> {
  const [row] = await scope.db
    .select({ at: experimentLooks.at, analysis: experimentLooks.analysis })
    .from(experimentLooks)
    .where(
      and(
        eq(experimentLooks.tenantId, scope.tenantId),
        eq(experimentLooks.experimentId, experimentId),
        eq(experimentLooks.kind, kind),
      ),
    );
  return row ?? null;
}
