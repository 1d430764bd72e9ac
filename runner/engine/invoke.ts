import { admit } from "../ingest/admit.ts";
import { flush } from "../ingest/plan.ts";
import type { Admission, Outcome } from "../ingest/start.ts";
import { canonical } from "../protocol/canonical.ts";
import { invokedName, type Received } from "../protocol/events.ts";
import { newId } from "../protocol/identity.ts";
import { type Queryable, rowsOf } from "../store/connection.ts";
import { insertJob } from "../store/jobs.ts";
import { insertPause } from "../store/pauses.ts";
import type { StoredRun } from "../store/runs.ts";
import type { Engine } from "./context.ts";
import type { Effect } from "./decision.ts";

type Invoke = Extract<Effect, { kind: "invoke" }>;
type Signal = Extract<Effect, { kind: "signal" }>;

const errorPayload = (name: string, message: string) => canonical({ error: { name, message } });

function invokedEvent(run: StoredRun, effect: Invoke, now: number): Received {
  const key = newId();
  const given = effect.payload.data;
  const own = typeof given === "object" && given !== null ? given : {};
  const route = { fn_id: effect.functionId, correlation_id: `${run.id}.${effect.stepId}` };
  const body = { id: key, name: invokedName, data: { ...own, _inngest: route }, ts: now, user: {} };
  return { key, idempotencyKey: null, body, notBefore: now };
}

/** Batching and debouncing are passed over: the invoker waits for this one run. */
async function startInvoked(admission: Admission, run: StoredRun, effect: Invoke, now: number): Promise<Outcome> {
  const fn = admission.engine.registry().byId.get(effect.functionId);
  if (fn === undefined) return { kind: "dropped", reason: `there is no function "${effect.functionId}"` };
  const event = invokedEvent(run, effect, now);
  const { batchEvents: _batch, debounce: _debounce, ...config } = fn.config;
  return await admit(admission, { ...fn, config }, event, { runId: run.id, stepId: effect.stepId });
}

/** Starts the invoked function and a timer; whichever ends first gives the step its result. */
export async function invoke(db: Queryable, engine: Engine, run: StoredRun, effect: Invoke): Promise<void> {
  const now = engine.clock.now();
  const job = {
    runId: run.id,
    functionId: run.function_id,
    kind: "invoke",
    key: `step:${effect.stepId}`,
    stepId: effect.stepId,
    name: effect.name,
    race: effect.race,
  };
  const timeout = errorPayload("InvokeTimeout", `"${effect.functionId}" did not finish in time`);
  const dueAt = Math.max(effect.until, now + 1);
  if (!(await insertJob(db, { ...job, dueAt, payload: timeout }, now))) return;
  engine.wakeAt(dueAt);
  const admission = { db, engine, plan: { runs: [] } };
  const outcome = await startInvoked(admission, run, effect, now);
  await flush(db, engine, admission.plan);
  if (outcome.kind === "started") return;
  const reason = outcome.kind === "dropped" ? outcome.reason : "the function was put off";
  await rowsOf(
    db,
    "update runner.jobs set payload = $3, state = 'queued', due_at = $4 where run_id = $1 and key = $2",
    [run.id, job.key, errorPayload("InvokeRefused", `"${effect.functionId}" did not start: ${reason}`), now],
  );
}

/** Waits for a signal. A second waiter of the same name is refused, or takes the place of the first. */
export async function waitForSignal(db: Queryable, engine: Engine, run: StoredRun, effect: Signal): Promise<void> {
  const now = engine.clock.now();
  const name = `signal:${effect.signal}`;
  const held = await rowsOf<{ id: number; run_id: string; step_id: string }>(
    db,
    "select id, run_id, step_id from runner.pauses where event_name = $1 and kind = 'signal' order by id for update",
    [name],
  );
  const taken = held.some((pause) => pause.run_id !== run.id || pause.step_id !== effect.stepId);
  const refused = taken && !effect.replace;
  const payload = refused ? errorPayload("SignalConflict", `another run waits for "${effect.signal}"`) : "null";
  const job = {
    runId: run.id,
    functionId: run.function_id,
    kind: "signal",
    key: `step:${effect.stepId}`,
    stepId: effect.stepId,
    name: effect.name,
    race: effect.race,
    dueAt: refused ? now : effect.until,
    payload,
  };
  if (!(await insertJob(db, job, now)) || refused) return;
  await rowsOf(db, "delete from runner.pauses where id = any($1::bigint[])", [held.map(({ id }) => id)]);
  engine.wakeAt(effect.until);
  const pause = { runId: run.id, kind: "signal" as const, stepId: effect.stepId, eventName: name };
  await insertPause(db, engine, { ...pause, expression: null, expiresAt: effect.until, afterTs: 0 }, null);
}
