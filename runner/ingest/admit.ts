import { holds } from "../expression/compile.ts";
import type { Received } from "../protocol/events.ts";
import { run } from "../store/connection.ts";
import type { RegisteredFunction } from "../store/registry.ts";
import { addToBatch } from "./batches.ts";
import { debounce } from "./debounces.ts";
import { keyOf } from "./keys.ts";
import { dropRate, takeNow } from "./rates.ts";
import { type Admission, type Outcome, start } from "./start.ts";

const day = 86_400_000;

export const startsOn = (fn: RegisteredFunction, event: Received): boolean =>
  fn.config.triggers.some(
    (trigger) =>
      "event" in trigger &&
      (trigger.event === event.body.name ||
        (trigger.event.endsWith("*") && event.body.name.startsWith(trigger.event.slice(0, -1)))) &&
      (trigger.expression === undefined || holds(trigger.expression, { event: event.body })),
  );

/** One event for one function: idempotency, then batch, rate limit and debounce, and what is left starts a run. */
export async function admit(
  admission: Admission,
  fn: RegisteredFunction,
  event: Received,
  parent: { runId: string; stepId: string } | null = null,
): Promise<Outcome> {
  const { config } = fn;
  if (!(await claimKey(admission, fn, event))) return { kind: "dropped", reason: "the function started for this key" };
  const batches = config.batchEvents;
  if (batches && (batches.if === undefined || holds(batches.if, { event: event.body }))) {
    await addToBatch(admission, fn, event);
    return { kind: "held" };
  }
  if (config.rateLimit && !batches) {
    const { limit, period, key } = config.rateLimit;
    const name = `rate:${fn.id}:${keyOf(key, event.body)}`;
    const now = admission.engine.clock.now();
    if (!(await takeNow(admission.db, name, dropRate(limit, period), now))) {
      return { kind: "dropped", reason: "the rate limit is reached" };
    }
  }
  if (config.debounce) {
    await debounce(admission, fn, event);
    return { kind: "held" };
  }
  return await start(admission, fn, [event], parent);
}

/** The function's own idempotency key, else the sender's event id; each starts a function once a day. */
async function claimKey({ db, engine }: Admission, fn: RegisteredFunction, event: Received): Promise<boolean> {
  const own = fn.config.idempotency;
  const key = own === undefined ? event.idempotencyKey : `key:${keyOf(own, event.body)}`;
  if (key === null) return true;
  const now = engine.clock.now();
  const count = await run(
    db,
    `insert into runner.starts as s (function_id, key, run_id, expires_at) values ($1, $2, $3, $4)
     on conflict (function_id, key) do update set run_id = $3, expires_at = $4 where s.expires_at <= $5`,
    [fn.id, key, event.key, now + day, now],
  );
  return count > 0;
}
