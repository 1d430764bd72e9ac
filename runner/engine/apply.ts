import { canonical } from "../protocol/canonical.ts";
import type { Claimed } from "../store/claims.ts";
import type { Queryable } from "../store/connection.ts";
import { deleteJob, insertJob, type NewJob, postpone } from "../store/jobs.ts";
import { insertPause } from "../store/pauses.ts";
import { type StoredRun, saveStep, trackPending } from "../store/runs.ts";
import type { Engine } from "./context.ts";
import type { Effect } from "./decision.ts";
import { finish } from "./finish.ts";
import { invoke, waitForSignal } from "./invoke.ts";

export interface Locked {
  run: StoredRun;
  job: Claimed;
  requestVersion: number;
}

type Started = Extract<Effect, { stepId: string; race: boolean }>;

function jobOf({ run, job }: Locked, effect: Started, kind: string, dueAt: number): NewJob {
  return {
    runId: run.id,
    functionId: run.function_id,
    kind,
    key: `step:${effect.stepId}`,
    stepId: effect.stepId,
    name: effect.name,
    race: effect.race,
    dueAt,
    priority: job.priority,
  };
}

async function waitForEvent(
  db: Queryable,
  engine: Engine,
  locked: Locked,
  effect: Extract<Effect, { kind: "wait" }>,
): Promise<void> {
  const now = engine.clock.now();
  const isNew = await insertJob(db, { ...jobOf(locked, effect, "wait", effect.until), payload: "null" }, now);
  if (!isNew || effect.until <= now) return;
  engine.wakeAt(effect.until);
  const [trigger]: unknown[] = JSON.parse(locked.run.events);
  const pause = {
    runId: locked.run.id,
    kind: "wait" as const,
    stepId: effect.stepId,
    eventName: effect.event,
    expression: effect.expression,
    expiresAt: effect.until,
    afterTs: 0,
  };
  await insertPause(db, engine, pause, trigger);
}

/** The job that calls the function again after this step; the step's id makes it one, however often it is asked for. */
export async function discover(
  db: Queryable,
  engine: Engine,
  run: StoredRun,
  { after, priority }: { after: string; priority: number },
): Promise<void> {
  const now = engine.clock.now();
  const job = { runId: run.id, functionId: run.function_id, kind: "discover", key: `discover:${after}`, priority };
  await insertJob(db, { ...job, dueAt: now }, now);
}

async function applyStart(db: Queryable, engine: Engine, locked: Locked, effect: Started): Promise<void> {
  const now = engine.clock.now();
  if (effect.kind === "plan") {
    await insertJob(db, jobOf(locked, effect, "step", now), now);
  } else if (effect.kind === "sleep") {
    await insertJob(db, { ...jobOf(locked, effect, "sleep", effect.until), payload: "null" }, now);
    engine.wakeAt(effect.until);
  } else if (effect.kind === "wait") {
    await waitForEvent(db, engine, locked, effect);
  } else if (effect.kind === "invoke") {
    await invoke(db, engine, locked.run, effect);
  } else {
    await waitForSignal(db, engine, locked.run, effect);
  }
}

async function applyOne(db: Queryable, engine: Engine, locked: Locked, effect: Effect): Promise<void> {
  const { run, job } = locked;
  switch (effect.kind) {
    case "save_step": {
      const { name, op, failed } = effect;
      const step = { id: effect.stepId, name, op, failed, output: canonical(effect.output) };
      return await saveStep(db, run.id, step, engine.clock.now());
    }
    case "track":
      return await trackPending(db, run.id, { ...effect, requestVersion: locked.requestVersion });
    case "discover":
      return await discover(db, engine, run, { after: effect.after, priority: job.priority });
    case "drop_job":
      return await deleteJob(db, job.id);
    case "retry":
      await postpone(db, job, { ...effect, error: canonical(effect.error) });
      return engine.wakeAt(effect.dueAt);
    case "complete":
      return await finish(db, engine, run, { kind: "completed", output: effect.output });
    case "fail":
      return await finish(db, engine, run, { kind: "failed", error: effect.error });
    default:
      return await applyStart(db, engine, locked, effect);
  }
}

/** Carries out the effects of one answer, in order, in the caller's transaction that holds the run's lock. */
export async function apply(db: Queryable, engine: Engine, locked: Locked, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) await applyOne(db, engine, locked, effect);
}
