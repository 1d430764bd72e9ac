import { canonical } from "../protocol/canonical.ts";
import type { Received } from "../protocol/events.ts";
import { rowsOf, run } from "../store/connection.ts";
import type { RegisteredFunction } from "../store/registry.ts";
import { keyOf } from "./keys.ts";
import { lockKey } from "./rates.ts";
import { type Admission, start } from "./start.ts";

interface Held {
  event: string;
  event_ts: number;
  first_at: number;
}

const lockOf = (fn: RegisteredFunction, key: string) => `debounce:${fn.id}:${key}`;

/** Holds an event until the key has been quiet for the period. The event latest by its own time wins. */
export async function debounce({ db, engine }: Admission, fn: RegisteredFunction, event: Received): Promise<void> {
  const options = fn.config.debounce;
  if (options === undefined) return;
  const now = engine.clock.now();
  const key = keyOf(options.key, event.body);
  await lockKey(db, lockOf(fn, key));
  const [held] = await rowsOf<{ first_at: number }>(
    db,
    `insert into runner.debounces as d (function_id, key, event, event_ts, first_at) values ($1, $2, $3, $4, $5)
     on conflict (function_id, key) do update set
       event = case when d.event_ts <= $4 then $3 else d.event end, event_ts = greatest(d.event_ts, $4)
     returning first_at`,
    [fn.id, key, canonical(event), event.body.ts, now],
  );
  const latest = options.timeout === undefined ? Number.POSITIVE_INFINITY : (held?.first_at ?? now) + options.timeout;
  const dueAt = Math.min(now + options.period, latest);
  await run(
    db,
    `insert into runner.jobs (function_id, kind, key, due_at, payload, state) values ($1, 'debounce', $2, $3, $4, 'waiting')
     on conflict (function_id, key) where run_id is null do update set due_at = $3, state = 'waiting'`,
    [fn.id, `debounce:${key}`, dueAt, key],
  );
  engine.wakeAt(dueAt);
}

/** Starts the run for a key that went quiet; nothing when an event came in the meantime. */
export async function startDebounced(
  admission: Admission,
  fn: RegisteredFunction,
  jobId: number,
  key: string,
): Promise<void> {
  const { db } = admission;
  await lockKey(db, lockOf(fn, key));
  const removed = await run(db, "delete from runner.jobs where id = $1 and state = 'running'", [jobId]);
  if (removed === 0) return;
  const [held] = await rowsOf<Held>(
    db,
    "delete from runner.debounces where function_id = $1 and key = $2 returning event, event_ts, first_at",
    [fn.id, key],
  );
  if (held === undefined) return;
  const event: Received = JSON.parse(held.event);
  await start(admission, fn, [event]);
}
