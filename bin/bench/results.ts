import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { readAnalysis } from "#db/experiment-looks.ts";
import { migrate } from "#db/migrate.ts";
import { withScope } from "#db/scope.ts";
import { loadFast, loadSettings } from "../generate/load-fast.ts";
import { type Generated, generate } from "../generate/write-tenant.ts";
import { connectOnce } from "../postgres/roles.ts";
import { startEmbeddedDatabase } from "../supervisor/embedded-database.ts";
import { loadSecrets } from "../supervisor/secrets.ts";
import { benchClicks, type ClickFigures, lag, newestMessages } from "./clicks.ts";
import { type Asked, pageQueries } from "./page-queries.ts";
import { type AppUse, appUse } from "./process-use.ts";
import { type Quantiles, timed } from "./quantiles.ts";

export type ResultsFigures = ClickFigures & {
  messages: number;
  orders: number;
  gigabytes: number;
  messagesPerSecond: number;
  rebuildSeconds: number;
  reads: Record<string, Quantiles>;
  /** The first look at an experiment, which the job takes and keeps. */
  lookSeconds?: number;
  /** What the web app and Postgres spent on storing and counting one of them. */
  clickCpuMs?: { web: number; postgres: number };
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
  const clicked = await newestMessages(tenantId);
  const stored = await benchClicks(clicked);
  const before = appUse(dataFolder);
  const { lagSeconds, clicked: counted } = await lag(clicked);
  return {
    ...{ messages, orders, gigabytes: Math.round((bytes / 2 ** 30) * 100) / 100 },
    messagesPerSecond: Math.round(messages / seconds),
    rebuildSeconds: Math.round(made.rebuildSeconds),
    ...{ reads, lookSeconds, lagSeconds, ...stored, clickCpuMs: cpuMs(before, appUse(dataFolder), counted) },
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
