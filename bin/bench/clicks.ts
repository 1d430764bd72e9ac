import { setTimeout as wait } from "node:timers/promises";
import { workerSql } from "#db/connections.ts";
import { type Quantiles, quantiles, timed } from "./quantiles.ts";

export type ClickFigures = {
  /** From the moment a click is stored until the job has counted it, at 500 clicks a second. */
  lagSeconds: Quantiles;
  /** Storing a click, with and without the marks of the rollups. */
  clickMs: { marked: Quantiles; unmarked: Quantiles };
  /** As many as eight connections store, with marks that the job counts meanwhile and without. */
  clicksPerSecond: { marked: number; unmarked: number };
};

/** The tenant's newest messages, on which is clicked. */
export type Clicked = { tenantId: string; newest: string[] };

const lanes = 8;
const laneMs = 5_000;
let runs = 0;

export async function newestMessages(tenantId: string): Promise<Clicked> {
  const rows = await workerSql()<{ id: string }[]>`
    select id from messages where tenant_id = ${tenantId} and status = 'sent' order by sent_at desc limit 10000`;
  return { tenantId, newest: rows.map(({ id }) => id) };
}

/** How fast clicks are stored, and how late the app's own job has counted them. */
export async function benchClicks(on: Clicked): Promise<Omit<ClickFigures, "lagSeconds">> {
  const unmarked = await timed(500, () => click(on, 1, false));
  const perSecond = await rate(on, false);
  const marked = await timed(500, () => click(on, 1, true));
  const markedPerSecond = await rate(on, true);
  await untilCounted(on);
  return { clickMs: { marked, unmarked }, clicksPerSecond: { marked: markedPerSecond, unmarked: perSecond } };
}

/** Twenty seconds of 500 clicks a second, which the app's own job counts meanwhile. */
export async function lag(on: Clicked): Promise<{ lagSeconds: Quantiles; clicked: number }> {
  const lags: number[] = [];
  const open: { last: string; at: number }[] = [];
  const until = performance.now() + 20_000;
  let stored = 0;
  for (let tick = performance.now(); performance.now() < until || open.length > 0; tick += 100) {
    if (performance.now() > until + 120_000) throw new Error("the job does not count: is roll-up running?");
    if (performance.now() < until) {
      await click(on, 50, true);
      stored += 50;
      open.push({ last: (await marksOf(on)).last, at: performance.now() });
    }
    const { first } = await marksOf(on);
    while (open[0] && (first === null || Number(open[0].last) < Number(first)))
      lags.push((performance.now() - (open.shift()?.at ?? 0)) / 1_000);
    await wait(Math.max(0, tick + 100 - performance.now()));
  }
  return { lagSeconds: quantiles(lags), clicked: stored };
}

/** Clicks as the door stores them. */
async function click({ tenantId, newest }: Clicked, count: number, marked: boolean): Promise<void> {
  const run = `bench${process.pid}-${runs++}`;
  const from = (runs * count) % Math.max(1, newest.length - count);
  await workerSql().begin(async (tx) => {
    await tx`select set_config('app.rollups', ${marked ? "on" : "off"}, true)`;
    await tx`
      insert into touchpoints (tenant_id, click_id, message_id, enrollment_id, contact_id, kind, by, at)
      select tenant_id, ${`${run}-`} || row_number() over (), id, enrollment_id, contact_id, 'click', 'person', sent_at
      from messages where tenant_id = ${tenantId} and id = any(${newest.slice(from, from + count)})`;
  });
}

async function rate(on: Clicked, marked: boolean): Promise<number> {
  const startedAt = performance.now();
  let stored = 0;
  const lane = async () => {
    for (; performance.now() < startedAt + laneMs; stored++) await click(on, 1, marked);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return Math.round((stored * 1_000) / (performance.now() - startedAt));
}

async function untilCounted(on: Clicked): Promise<void> {
  const until = performance.now() + 300_000;
  while ((await marksOf(on)).first !== null) {
    if (performance.now() > until) throw new Error("the job does not count: is roll-up running?");
    await wait(500);
  }
}

async function marksOf({ tenantId }: Clicked): Promise<{ first: string | null; last: string }> {
  const [marks] = await workerSql()<{ first: string | null; last: string }[]>`
    select min(seq)::text as first, coalesce(max(seq), 0)::text as last from rollup_marks where tenant_id = ${tenantId}`;
  return marks ?? { first: null, last: "0" };
}
