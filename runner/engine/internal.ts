import { startBatch } from "../ingest/batches.ts";
import { startDebounced } from "../ingest/debounces.ts";
import { flush } from "../ingest/plan.ts";
import type { Admission } from "../ingest/start.ts";
import type { Claimed } from "../store/claims.ts";
import { type Queryable, transaction } from "../store/connection.ts";
import { deleteJob } from "../store/jobs.ts";
import { deletePausesOfStep } from "../store/pauses.ts";
import { isOverdue, lockForAnswer, saveStep, trackPending } from "../store/runs.ts";
import { discover } from "./apply.ts";
import type { Engine } from "./context.ts";
import { fireCron } from "./crons.ts";
import { finish, outOfTime } from "./finish.ts";
import { isOf, wakes } from "./pending.ts";
import { putOff } from "./put-off.ts";

const opOf: Readonly<Record<string, string>> = {
  sleep: "Sleep",
  wait: "WaitForEvent",
  invoke: "InvokeFunction",
  signal: "WaitForSignal",
};

type StepJob = Claimed & { run_id: string; step_id: string };

/** Gives a sleeping or waiting step its result and wakes the function if nothing else is outstanding. */
async function resume(db: Queryable, engine: Engine, job: StepJob): Promise<void> {
  const { run_id: runId, step_id: stepId } = job;
  const run = await lockForAnswer(db, runId, job);
  if (run === null) return await deleteJob(db, job.id);
  const limited = engine.registry().byId.get(job.function_id)?.config.timeouts !== undefined;
  if (limited && (await isOverdue(db, run, job.due_at))) {
    return await finish(db, engine, run, { kind: "cancelled", reason: outOfTime });
  }
  await deletePausesOfStep(db, runId, stepId);
  await deleteJob(db, job.id);
  const output = job.payload ?? "null";
  const op = opOf[job.kind] ?? job.kind;
  const failed = output.startsWith('{"error":') && job.kind !== "wait";
  await saveStep(db, runId, { id: stepId, name: job.name ?? stepId, op, failed, output }, engine.clock.now());
  const pending = run.pending.filter((entry) => !isOf(entry, stepId));
  const serial = run.serial && pending.length > 0;
  await trackPending(db, runId, { pending, serial, requestVersion: run.request_version });
  if (wakes(run.request_version, pending)) await discover(db, engine, run, { after: stepId, priority: job.priority });
}

async function cancel(db: Queryable, engine: Engine, job: Claimed, runId: string): Promise<void> {
  const run = await lockForAnswer(db, runId, job);
  if (run === null || (job.kind === "timeout_start" && run.status !== "queued")) return await deleteJob(db, job.id);
  await finish(db, engine, run, { kind: "cancelled", reason: reasons[job.kind] ?? job.kind });
}

const reasons: Readonly<Record<string, string>> = {
  cancel: "an event or a request cancelled the run",
  timeout_start: outOfTime,
  timeout_finish: outOfTime,
};

async function onFunction(admission: Admission, job: Claimed): Promise<void> {
  const { db, engine } = admission;
  const fn = engine.registry().byId.get(job.function_id);
  if (fn === undefined) {
    // A batch or debounce of a function that left the app waits with its events; a cron returns with the next sync.
    return await putOff(db, engine, job, "the function is not registered");
  }
  if (job.kind === "batch") await startBatch(admission, fn, job.payload ?? "");
  else if (job.kind === "debounce") await startDebounced(admission, fn, job.id, job.payload ?? "");
  else if (job.kind === "cron") await fireCron(admission, fn, job);
  else await deleteJob(db, job.id);
  await flush(db, engine, admission.plan);
}

/** Carries out a job that calls nobody, in one transaction. */
export async function carryOut(engine: Engine, job: Claimed): Promise<void> {
  await transaction(engine.pool, async (db) => {
    if (job.run_id === null) return await onFunction({ db, engine, plan: { runs: [] } }, job);
    if (job.step_id !== null) return await resume(db, engine, { ...job, run_id: job.run_id, step_id: job.step_id });
    return await cancel(db, engine, job, job.run_id);
  });
}
