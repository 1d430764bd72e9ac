import { type Admission, start } from "../ingest/start.ts";
import { timerName } from "../protocol/events.ts";
import { newId } from "../protocol/identity.ts";
import type { Claimed } from "../store/claims.ts";
import { type Queryable, rowsOf, run } from "../store/connection.ts";
import { insertJob } from "../store/jobs.ts";
import type { RegisteredFunction } from "../store/registry.ts";
import { parseCron } from "../time/cron.ts";
import type { Engine } from "./context.ts";

/** A cron does not fire more often than this in real time, so that a fast clock does not flood the app. */
const shortestRealGap = 250;

interface CronTrigger {
  cron: string;
  jitter?: number | undefined;
}

export function cronTriggers(fn: RegisteredFunction): CronTrigger[] {
  return fn.config.triggers.flatMap((trigger) => ("cron" in trigger ? [trigger] : []));
}

/** Makes the timers of crons match what is registered: new ones wait for their next tick, vanished ones go. */
export async function syncCrons(
  db: Queryable,
  engine: Engine,
  functions: readonly RegisteredFunction[],
): Promise<void> {
  const now = engine.clock.now();
  const kept: string[] = [];
  for (const fn of functions) {
    for (const { cron } of cronTriggers(fn)) {
      const dueAt = parseCron(cron).next(now);
      if (dueAt === null) continue;
      const key = `cron:${cron}`;
      kept.push(`${fn.id} ${key}`);
      const payload = JSON.stringify({ cron, after: now });
      await insertJob(db, { runId: null, functionId: fn.id, kind: "cron", key, dueAt, payload }, now);
      engine.wakeAt(dueAt);
    }
  }
  await run(
    db,
    "delete from runner.jobs where run_id is null and kind = 'cron' and not (function_id || ' ' || key) = any($1::text[])",
    [kept],
  );
}

/** After the clock was set back, crons wait for the next tick as seen from there. */
export async function rewindCrons(db: Queryable, engine: Engine): Promise<void> {
  const now = engine.clock.now();
  const rows = await rowsOf<{ id: number; payload: string; due_at: number }>(
    db,
    "select id, payload, due_at from runner.jobs where kind = 'cron' and state = 'waiting'",
  );
  for (const row of rows) {
    const { cron }: { cron: string } = JSON.parse(row.payload);
    const dueAt = parseCron(cron).next(now);
    if (dueAt === null || dueAt >= row.due_at) continue;
    await run(db, "update runner.jobs set due_at = $2, payload = $3 where id = $1", [
      row.id,
      dueAt,
      JSON.stringify({ cron, after: now }),
    ]);
  }
}

/** A run of this function that the app has not begun on: another tick would only pile up behind it. */
async function isBehind(db: Queryable, functionId: string): Promise<boolean> {
  const rows = await rowsOf(
    db,
    `select 1 from runner.jobs j join runner.runs r on r.id = j.run_id
     where j.function_id = $1 and j.kind = 'start' and r.event_name = $2 and (j.state <> 'running' or j.faults > 0) limit 1`,
    [functionId, timerName],
  );
  return rows.length > 0;
}

/**
 * Fires a cron once for the latest tick that has passed, whatever was missed before it (mail must not be sent for
 * each), and sets the timer to the next tick after now.
 */
export async function fireCron(admission: Admission, fn: RegisteredFunction, job: Claimed): Promise<void> {
  const { db, engine } = admission;
  const { cron, after }: { cron: string; after: number } = JSON.parse(job.payload ?? "{}");
  const now = engine.clock.now();
  const schedule = parseCron(cron);
  const next = schedule.next(now);
  if (next === null) return;
  const jitter = cronTriggers(fn).find((trigger) => trigger.cron === cron)?.jitter ?? 0;
  const dueAt = Math.max(next + Math.floor(engine.chance() * jitter), now + shortestRealGap * engine.clock.speed());
  const moved = await run(
    db,
    `update runner.jobs set state = 'waiting', due_at = $3, payload = $4
     where id = $1 and generation = $2 and state = 'running'`,
    [job.id, job.generation, Math.round(dueAt), JSON.stringify({ cron, after: now })],
  );
  if (moved === 0) return;
  engine.wakeAt(dueAt);
  const tick = schedule.latest(after, now) ?? job.due_at;
  if (await isBehind(db, fn.id)) return;
  const key = newId();
  const scheduledAt = new Date(tick).toISOString();
  const fields = { cron, scheduledAt, fireAt: new Date(now).toISOString() };
  const body = { id: String(Math.floor(tick / 60_000)), name: timerName, data: fields, ts: now, user: {} };
  await start(admission, fn, [{ key, idempotencyKey: null, body, notBefore: now }]);
}
