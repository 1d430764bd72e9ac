import type { Engine } from "../engine/context.ts";
import { canonical } from "../protocol/canonical.ts";
import type { Received } from "../protocol/events.ts";
import { newId } from "../protocol/identity.ts";
import { type Queryable, rowsOf } from "../store/connection.ts";
import { insertJob } from "../store/jobs.ts";
import type { NewPause } from "../store/pauses.ts";
import type { RegisteredFunction } from "../store/registry.ts";
import { keyOf, priorityOf, singletonKey, slotKeys } from "./keys.ts";
import { flush, type Plan } from "./plan.ts";
import { delayRate, lockKey, takeNext } from "./rates.ts";

const year = 365 * 86_400_000;

export interface Admission {
  db: Queryable;
  engine: Engine;
  plan: Plan;
}

export type Outcome = { kind: "started"; runId: string } | { kind: "held" } | { kind: "dropped"; reason: string };

/** Starts a run, subject to singleton and throttle only; a negative priority puts the start off. */
export async function start(
  admission: Admission,
  fn: RegisteredFunction,
  events: readonly Received[],
  parent: { runId: string; stepId: string } | null = null,
): Promise<Outcome> {
  const [first] = events;
  if (first === undefined) return { kind: "dropped", reason: "there is no event" };
  const singleton = singletonKey(fn.config, first.body);
  if (singleton !== null && !(await claimSingleton(admission, fn, singleton))) {
    return { kind: "dropped", reason: "another run of this singleton goes on" };
  }
  const runId = newId();
  const now = admission.engine.clock.now();
  const priority = priorityOf(fn.config, first.body);
  const delay = Math.max(0, -priority) * 1_000;
  const startAt = Math.max(await throttledUntil(admission, fn, first), first.notBefore) + delay;
  const startTimeout = fn.config.timeouts?.start;
  admission.plan.runs.push({
    id: runId,
    functionId: fn.id,
    eventName: first.body.name,
    events: canonical(events.map(({ body }) => body)),
    slotKeys: slotKeys(fn.config, first.body),
    priority: Math.max(0, priority),
    singletonKey: singleton,
    parent,
    startAt,
    startTimeoutAt: startTimeout === undefined ? null : now + startTimeout,
    pauses: cancelPauses(fn, runId, Math.min(first.body.ts, Date.now()), now),
    trigger: first.body,
  });
  return { kind: "started", runId };
}

async function throttledUntil({ db, engine }: Admission, fn: RegisteredFunction, event: Received): Promise<number> {
  const now = engine.clock.now();
  if (fn.config.throttle === undefined) return now;
  const { limit, period, burst, key } = fn.config.throttle;
  return await takeNext(db, `throttle:${fn.id}:${keyOf(key, event.body)}`, delayRate(limit, period, burst ?? 0), now);
}

async function claimSingleton({ db, engine, plan }: Admission, fn: RegisteredFunction, key: string): Promise<boolean> {
  await lockKey(db, `singleton:${fn.id}:${key}`);
  await flush(db, engine, plan);
  const going = await rowsOf<{ id: string }>(
    db,
    `select id from runner.runs where function_id = $1 and singleton_key = $2 and status in ('queued', 'running')`,
    [fn.id, key],
  );
  if (going.length === 0) return true;
  if (fn.config.singleton?.mode === "skip") return false;
  for (const { id } of going) await cancelRun(db, engine, id, fn.id);
  return true;
}

/** Has a run cancelled by a job of its own, so that no two events ever wait for each other's locks. */
export async function cancelRun(db: Queryable, engine: Engine, runId: string, functionId: string): Promise<void> {
  const now = engine.clock.now();
  await insertJob(db, { runId, functionId, kind: "cancel", key: "cancel", dueAt: now }, now);
}

/** The pauses by which events cancel a run; events older than `afterTs` do not count. */
export function cancelPauses(fn: RegisteredFunction, runId: string, afterTs: number, now: number): NewPause[] {
  return (fn.config.cancel ?? []).map((rule) => ({
    runId,
    kind: "cancel",
    stepId: null,
    eventName: rule.event,
    expression: rule.if ?? null,
    expiresAt: now + (rule.timeout ?? year),
    afterTs,
  }));
}
