import { setTimeout as wait } from "node:timers/promises";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { readAnalysis } from "#db/experiment-looks.ts";
import { migrate } from "#db/migrate.ts";
import { withScope } from "#db/scope.ts";
import { loadFast, loadSettings } from "../generate/load-fast.ts";
import { type Generated, generate } from "../generate/write-tenant.ts";
import { connectOnce } from "../postgres/roles.ts";
import { startEmbeddedDatabase } from "../supervisor/embedded-database.ts";
import { loadSecrets } from "../supervisor/secrets.ts";
import { type Asked, pageQueries } from "./page-queries.ts";
import { type AppUse, appUse } from "./process-use.ts";

type Quantiles = { p50: number; p95: number };
export type ResultsFigures = {
  messages: number;
  orders: number;
  gigabytes: number;
  messagesPerSecond: number;
  rebuildSeconds: number;
  reads: Record<string, Quantiles>;
  /** The first look at an experiment, which the job takes and keeps. */
  lookSeconds?: number;
  /** From the moment a click is stored until the job has counted it, at 500 clicks a second. */
  lagSeconds: Quantiles;
  /** What the web app and Postgres spent on storing and counting one of them. */
  clickCpuMs?: { web: number; postgres: number };
  /** Storing a click, with and without the marks of the rollups. */
  clickMs: { marked: Quantiles; unmarked: Quantiles };
};

const rounds = 25;

/** Makes the cluster of a bench with a tenant of so many messages, before an app is started on it. */
export async function prepareResults(messages: number, dataFolder: string): Promise<Generated> {
  const secrets = loadSecrets(dataFolder);
  const database = await startEmbeddedDatabase(dataFolder, secrets, { settings: loadSettings });
  try {
    const { owner: ownerUrl, app: appUrl, worker: workerUrl } = database.urls;
    await migrate({ ownerUrl });
    await connectTo({ appUrl, workerUrl, poolSize: 4 });
    const owner = connectOnce(ownerUrl);
    const wanted = { messages, name: "bench", seed: 1, timeZone: "Europe/Berlin", now: new Date() };
    const around = (write: () => Promise<void>) => loadFast(owner, write);
    const say = (line: string) => console.log(`  ${line}`);
    const made = await generate({ ...wanted, around, analyze: () => owner`vacuum analyze` }, say);
    await owner.end();
    await database.checkpoint();
    return made;
  } finally {
    await closeConnections();
    await database.stop();
  }
}

/** Asks it everything that pages ask; then how fast clicks are counted by the app that runs on it. */
export async function benchResults(made: Generated, dataFolder: string): Promise<ResultsFigures> {
  const { tenantId, messages, orders, bytes, seconds } = made;
  const asked = await findAsked(tenantId);
  const lookedAt = performance.now();
  await withScope(tenantId, (scope) => readAnalysis(scope, asked.experimentId, { fresh: true, now: asked.now }));
  const lookSeconds = Math.round((performance.now() - lookedAt) / 100) / 10;
  const reads: Record<string, Quantiles> = {};
  for (const [name, read] of Object.entries(pageQueries(asked))) {
    try {
      reads[name] = await timed(rounds, () => withScope(tenantId, read));
      console.log(`  ${name}: ${reads[name].p50} ms`);
    } catch (fault) {
      // Left out of the table: the others are worth having where one runs into the time that a statement has.
      console.error(`  ${name} failed: ${fault instanceof Error ? (fault.cause ?? fault.message) : fault}`);
    }
  }
  const clickMs = { marked: await clicks(tenantId, true), unmarked: await clicks(tenantId, false) };
  const before = appUse(dataFolder);
  const { lagSeconds, clicked: counted } = await lag(tenantId);
  return {
    ...{ messages, orders, gigabytes: Math.round((bytes / 2 ** 30) * 100) / 100 },
    messagesPerSecond: Math.round(messages / seconds),
    rebuildSeconds: Math.round(made.rebuildSeconds),
    ...{ reads, lookSeconds, lagSeconds, clickMs, clickCpuMs: cpuMs(before, appUse(dataFolder), counted) },
  };
}

async function findAsked(tenantId: string): Promise<Asked> {
  const [row] = await workerSql()<Omit<Asked, "now">[]>`
    select s.id as "sequenceId", e.id as "experimentId",
      (select version_id from publications p where p.tenant_id = s.tenant_id and p.sequence_id = s.id order by at desc limit 1) as "versionId"
    from sequences s join experiments e on e.tenant_id = s.tenant_id and e.sequence_id = s.id
    where s.tenant_id = ${tenantId} order by s.id limit 1`;
  if (!row) throw new Error("the generated tenant has no sequence");
  return { ...row, now: new Date() };
}

function cpuMs(before: AppUse | null, after: AppUse | null, clicks: number) {
  if (!before || !after || clicks === 0) return undefined;
  const of = (name: "web" | "postgres") =>
    Math.round(((after[name].cpuSeconds - before[name].cpuSeconds) * 100_000) / clicks) / 100;
  return { web: of("web"), postgres: of("postgres") };
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
      select tenant_id, ${`${run}-`} || row_number() over (), id, enrollment_id, contact_id, 'click', 'person', sent_at
      from (select * from messages where tenant_id = ${tenantId} order by sent_at desc offset ${(clicked * count) % 10_000} limit ${count}) newest`;
  });
}

const clicks = (tenantId: string, marked: boolean) => timed(500, () => click(tenantId, 1, marked));

/** Twenty seconds of 500 clicks a second, which the app's own job counts meanwhile. */
async function lag(tenantId: string): Promise<{ lagSeconds: Quantiles; clicked: number }> {
  const lags: number[] = [];
  const open: { last: string; at: number }[] = [];
  const until = performance.now() + 20_000;
  let stored = 0;
  for (let tick = performance.now(); performance.now() < until || open.length > 0; tick += 100) {
    if (performance.now() > until + 120_000) throw new Error("the job does not count: is roll-up running?");
    if (performance.now() < until) {
      await click(tenantId, 50, true);
      stored += 50;
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
  return { lagSeconds: quantiles(lags), clicked: stored };
}
