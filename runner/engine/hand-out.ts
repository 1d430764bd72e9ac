import { Logger, type Runner, run, runMigrations } from "graphile-worker";
import type pg from "pg";
import { z } from "zod";
import type { Log } from "../log.ts";
import { type Queryable, rowsOf } from "../store/connection.ts";

const payloadSchema = z.object({ job: z.number() });
const workers = 6;
/** Every job in graphile-worker is due at once and announced; polling only covers an announcement that got lost. */
const pollInterval = 1_000;

function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log("hand-out", { level, cause: message });
  });
}

/**
 * graphile-worker creates its schema with a statement that needs a right on the whole database even when the schema
 * exists. Where the schema is given, this makes the table it looks for first.
 */
async function prepareSchema(db: Queryable): Promise<void> {
  const found = await rowsOf(db, "select 1 from pg_namespace where nspname = 'graphile_worker'");
  if (found.length === 0) return;
  await db.query({
    text: `create table if not exists graphile_worker.migrations (
      id int primary key, ts timestamptz default now() not null, breaking boolean not null default false)`,
  });
}

export async function migrateHandOut(pool: pg.Pool, log: Log): Promise<void> {
  await prepareSchema(pool);
  await runMigrations({ pgPool: pool, logger: quietLogger(log) });
}

/** Frees what a dead process had locked; only this process, the owner of the lock, uses the queue. */
export async function freeLocks(db: Queryable): Promise<void> {
  await rowsOf(
    db,
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs where locked_by is not null))`,
  );
}

export async function startHandOut(pool: pg.Pool, log: Log, take: (jobId: number) => Promise<void>): Promise<Runner> {
  return await run({
    pgPool: pool,
    logger: quietLogger(log),
    concurrency: workers,
    pollInterval,
    noHandleSignals: true,
    // Batched, the library itself deals with errors of these statements; unbatched, they would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: { work: async (payload) => await take(payloadSchema.parse(payload).job) },
  });
}
