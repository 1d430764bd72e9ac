import { causeOf } from "../log.ts";
import { maxAttemptsOf } from "../protocol/config.ts";
import { type Claim, type Claimed, claimJob } from "../store/claims.ts";
import { transaction } from "../store/connection.ts";
import { insertJob, parkJob, unparkOldest } from "../store/jobs.ts";
import type { RegisteredFunction } from "../store/registry.ts";
import { type CallState, isOverdue, lockForAnswer, openRun, settledSteps, stateOf } from "../store/runs.ts";
import { apply } from "./apply.ts";
import { call, invocationOf } from "./call.ts";
import type { Engine } from "./context.ts";
import { decide } from "./decide.ts";
import type { Reply } from "./decision.ts";
import { finish, outOfTime, type Result } from "./finish.ts";
import { carryOut } from "./internal.ts";
import { putOff } from "./put-off.ts";
import type { Limit } from "./slots.ts";
import type { Activity } from "./sweep.ts";

const mostSteps = 1_000;

export interface Worker extends Activity {
  /** Takes a handed-out job; resolves when it is safe in the database that it was taken. */
  take(jobId: number): Promise<void>;
  /** Resolves when no call is in flight, at the latest after `mostMs`. */
  drain(mostMs: number): Promise<void>;
}

/** A job whose call may be made. */
interface Ready {
  job: Claimed;
  state: CallState;
  fn: RegisteredFunction;
  /** The claim made the run begin. */
  opened: boolean;
}

interface Desk {
  engine: Engine;
  woken: Set<number>;
  inFlight: Set<Promise<void>>;
  active: Set<number>;
}

function limitsOf(fn: RegisteredFunction, keys: readonly string[]): Limit[] {
  return (fn.config.concurrency ?? []).flatMap(({ limit }, index) => {
    const key = keys[index];
    return key === undefined ? [] : [{ key, limit }];
  });
}

async function unpark({ engine, woken }: Desk, key: string): Promise<void> {
  const id = await unparkOldest(engine.pool, key);
  if (id === null) return engine.slots.forget(key);
  woken.add(id);
  engine.slots.unpark(key);
}

async function park(desk: Desk, job: Claimed, key: string, limits: readonly Limit[]): Promise<void> {
  desk.engine.slots.park(key);
  await parkJob(desk.engine.pool, job.id, key);
  // A place may have come free while the job was being parked, and nobody would wake it.
  const limit = limits.find((each) => each.key === key);
  if (limit !== undefined && desk.engine.slots.hasRoom(limit)) await unpark(desk, key);
}

async function leave(desk: Desk, limits: readonly Limit[]): Promise<void> {
  desk.engine.slots.release(limits);
  for (const limit of limits) {
    if (desk.engine.slots.isParked(limit.key) && desk.engine.slots.hasRoom(limit)) await unpark(desk, limit.key);
  }
}

/** Marks the first call, if the claim could not, and starts the clock of the run's own time limit. */
async function open(engine: Engine, { state, fn, opened }: Ready): Promise<void> {
  const now = engine.clock.now();
  const first = opened || (state.status === "queued" && (await openRun(engine.pool, state.id, now)));
  const limit = fn.config.timeouts?.finish;
  if (!first || limit === undefined) return;
  const key = "timeout_finish";
  await insertJob(engine.pool, { runId: state.id, functionId: fn.id, kind: key, key, dueAt: now + limit }, now);
  engine.wakeAt(now + limit);
}

async function settle(engine: Engine, { job, fn, state }: Ready, reply: Reply): Promise<void> {
  await transaction(engine.pool, async (db) => {
    const run = await lockForAnswer(db, state.id, job);
    if (run === null) return;
    const at = { now: engine.clock.now(), speed: engine.clock.speed(), chance: engine.chance() };
    const tried = { kind: job.kind, stepId: job.step_id, race: job.race, attempt: run.attempt, faults: run.faults };
    const known = stateOf(run, await settledSteps(db, run), maxAttemptsOf(fn.config));
    const effects = decide(known, tried, reply, at);
    const version = reply.kind === "answered" ? reply.requestVersion : null;
    await apply(db, engine, { run, job, requestVersion: version ?? run.request_version }, effects);
  });
}

async function endInstead(engine: Engine, job: Claimed, runId: string, result: Result): Promise<null> {
  await transaction(engine.pool, async (db) => {
    const run = await lockForAnswer(db, runId, job);
    if (run !== null) await finish(db, engine, run, result);
  });
  return null;
}

async function callApp(desk: Desk, ready: Ready, limits: readonly Limit[]): Promise<void> {
  const { engine } = desk;
  const { job, fn, state } = ready;
  try {
    await open(engine, ready);
    const reply = await call(engine, fn, invocationOf(job, state, fn));
    await settle(engine, ready, reply);
  } catch (error) {
    engine.log("work failed", { job: job.id, run: job.run_id, function: job.function_id, cause: causeOf(error) });
    await putOff(engine.pool, engine, job, causeOf(error));
  } finally {
    await leave(desk, limits);
  }
}

/** Decides whether the app may be called now; returns the call, still in flight, or null when it must not be made. */
async function prepare(
  desk: Desk,
  { job, opened }: Claim,
  state: CallState,
): Promise<{ flight: Promise<void> } | null> {
  const { engine, woken } = desk;
  const fn = engine.registry().byId.get(job.function_id);
  if (fn === undefined) {
    await putOff(engine.pool, engine, job, "the function is not registered");
    return null;
  }
  if (state.steps.length >= mostSteps) {
    const error = { name: "LimitReached", message: `a run may have ${mostSteps} steps` };
    return await endInstead(engine, job, state.id, { kind: "failed", error });
  }
  if (fn.config.timeouts && (await isOverdue(engine.pool, state, job.due_at))) {
    return await endInstead(engine, job, state.id, { kind: "cancelled", reason: outOfTime });
  }
  const limits = limitsOf(fn, state.slot_keys);
  const full = engine.slots.take(limits, woken.delete(job.id));
  if (full !== null) {
    await park(desk, job, full, limits);
    return null;
  }
  return { flight: callApp(desk, { job, state, fn, opened }, limits) };
}

async function take(desk: Desk, jobId: number): Promise<void> {
  const { engine } = desk;
  const claim = await claimJob(engine.pool, jobId, engine.clock.now());
  if (claim === null) return;
  const { job, state } = claim;
  desk.active.add(job.id);
  try {
    const prepared = state === null ? await carryOut(engine, job) : await prepare(desk, claim, state);
    if (prepared) return track(desk, job.id, prepared.flight);
  } catch (error) {
    engine.log("work failed", { job: job.id, kind: job.kind, function: job.function_id, cause: causeOf(error) });
    await putOff(engine.pool, engine, job, causeOf(error)).finally(() => desk.active.delete(job.id));
  }
  desk.active.delete(job.id);
}

function track(desk: Desk, jobId: number, flight: Promise<void>): void {
  const tracked = flight.catch((error: unknown) => desk.engine.log("work lost", { cause: causeOf(error) }));
  desk.inFlight.add(tracked);
  tracked.finally(() => {
    desk.inFlight.delete(tracked);
    desk.active.delete(jobId);
  });
}

/** Works off jobs as they are handed out, at most `most` calls at a time. */
export function createWorker(engine: Engine, most: number): Worker {
  const desk: Desk = { engine, woken: new Set(), inFlight: new Set(), active: new Set() };
  return {
    isActive: (jobId) => desk.active.has(jobId),
    isFree: engine.slots.isFree,
    unpark: (key) => unpark(desk, key),
    async take(jobId) {
      while (desk.inFlight.size >= most) await Promise.race(desk.inFlight);
      await take(desk, jobId);
    },
    async drain(mostMs) {
      const timer = Promise.withResolvers<void>();
      const handle = setTimeout(timer.resolve, mostMs);
      await Promise.race([Promise.all(desk.inFlight), timer.promise]);
      clearTimeout(handle);
    },
  };
}
