import { setTimeout as wait } from "node:timers/promises";
import { workerSql } from "#db/connections.ts";
import { readCohorts, readCosts, readCredits, readDays, readFunnel, readSurvival } from "#db/rollup-day-views.ts";
import { rowsBehind } from "#db/rollup-rows.ts";
import { readCube } from "#db/rollup-views.ts";
import { type Scope, withScope } from "#db/scope.ts";
import type { Dimension } from "#domain/explore.ts";
import { generate } from "../generate/write-tenant.ts";
import { connectOnce } from "../postgres/roles.ts";

type Quantiles = { p50: number; p95: number };
export type ResultsFigures = {
  messages: number;
  orders: number;
  gigabytes: number;
  messagesPerSecond: number;
  rebuildSeconds: number;
  reads: Record<string, Quantiles>;
  /** From the moment a click is stored until the job has counted it, at 500 clicks a second. */
  lagSeconds: Quantiles;
  /** Storing a click, with and without the marks of the rollups. */
  clickMs: { marked: Quantiles; unmarked: Quantiles };
};

const rounds = 25;

/** Generates a tenant and asks it everything that pages ask, over a year of its days; then how fast clicks are counted. */
export async function benchResults(messages: number, ownerUrl: string): Promise<ResultsFigures> {
  const owner = connectOnce(ownerUrl);
  const now = new Date();
  const wanted = { messages, name: `bench-${now.getTime()}`, seed: 1, timeZone: "Europe/Berlin", now };
  const made = await generate({ ...wanted, analyze: () => owner`analyze` }, (line) => console.log(`  ${line}`));
  await owner.end();
  const reads: Record<string, Quantiles> = {};
  for (const [name, read] of Object.entries(questions(now)))
    reads[name] = await timed(rounds, () => withScope(made.tenantId, read));
  const clickMs = { marked: await clicks(made.tenantId, true), unmarked: await clicks(made.tenantId, false) };
  const lagSeconds = await lag(made.tenantId);
  return {
    ...{ messages: made.messages, orders: made.orders, gigabytes: Math.round((made.bytes / 2 ** 30) * 100) / 100 },
    messagesPerSecond: Math.round(made.messages / made.seconds),
    rebuildSeconds: Math.round(made.rebuildSeconds),
    ...{ reads, lagSeconds, clickMs },
  };
}

function questions(now: Date): Record<string, (scope: Scope) => Promise<unknown>> {
  const dayOf = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const span = { from: dayOf(364), to: dayOf(0), currency: "EUR" };
  const cube =
    (...by: Dimension[]) =>
    (scope: Scope) =>
      readCube(scope, { ...span, by });
  return {
    "totals of a year": cube(),
    "hour by weekday": cube("hour", "weekday"),
    "country by hour": cube("country", "hour"),
    "incentive by depth": cube("incentive", "depth"),
    "twenty subjects": cube("subject"),
    "twenty products": cube("product"),
    "twenty products by hour": cube("product", "hour"),
    "step, of phones": (scope) => readCube(scope, { ...span, by: ["step"], filters: { device: ["phone"] } }),
    days: (scope) => readDays(scope, span),
    credits: (scope) => readCredits(scope, span),
    costs: (scope) => readCosts(scope, { from: span.from, to: span.to }),
    funnel: (scope) => readFunnel(scope, span),
    survival: (scope) => readSurvival(scope, { ...span, event: "ordered", armKind: "variant" }, now),
    cohorts: (scope) => readCohorts(scope, span),
    "rows behind clicks": (scope) => rowsBehind(scope, { ...span, measure: "clicked", basis: "own_day" }),
  };
}

async function timed(times: number, work: () => Promise<unknown>): Promise<Quantiles> {
  const taken: number[] = [];
  for (let round = 0; round < times; round++) {
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  return quantiles(taken);
}

function quantiles(values: number[]): Quantiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round((sorted[Math.floor(part * (sorted.length - 1))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

let clicked = 0;

/** Clicks on the tenant's newest messages, stored as the door stores them. */
async function click(tenantId: string, count: number, marked: boolean): Promise<void> {
  const run = `bench${process.pid}${clicked++}`;
  await workerSql().begin(async (tx) => {
    await tx`select set_config('app.rollups', ${marked ? "on" : "off"}, true)`;
    await tx`
      insert into touchpoints (tenant_id, click_id, message_id, enrollment_id, contact_id, kind, by, at)
      select tenant_id, ${run} || row_number() over (), id, enrollment_id, contact_id, 'click', 'person', sent_at
      from (select * from messages where tenant_id = ${tenantId} order by sent_at desc offset ${(clicked * count) % 10_000} limit ${count}) newest`;
  });
}

const clicks = (tenantId: string, marked: boolean) => timed(500, () => click(tenantId, 1, marked));

/** Twenty seconds of 500 clicks a second, which the app's own job counts meanwhile. */
async function lag(tenantId: string): Promise<Quantiles> {
  const lags: number[] = [];
  const open: { last: string; at: number }[] = [];
  const until = performance.now() + 20_000;
  for (let tick = performance.now(); performance.now() < until || open.length > 0; tick += 100) {
    if (performance.now() > until + 120_000) throw new Error("the job does not count: is roll-up running?");
    if (performance.now() < until) {
      await click(tenantId, 50, true);
      const [mark] = await workerSql()<{ last: string }[]>`
        select coalesce(max(seq), 0)::text as last from rollup_marks where tenant_id = ${tenantId}`;
      open.push({ last: mark?.last ?? "0", at: performance.now() });
    }
    const [first] = await workerSql()<{ seq: string | null }[]>`
      select min(seq)::text as seq from rollup_marks where tenant_id = ${tenantId}`;
    while (open[0] && (first?.seq == null || Number(open[0].last) < Number(first.seq)))
      lags.push((performance.now() - (open.shift()?.at ?? 0)) / 1_000);
    await wait(Math.max(0, tick + 100 - performance.now()));
  }
  return quantiles(lags);
}
