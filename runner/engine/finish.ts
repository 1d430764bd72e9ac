import { announce } from "../ingest/receive.ts";
import { canonical } from "../protocol/canonical.ts";
import { cancelledName, failedName, finishedName } from "../protocol/events.ts";
import type { Queryable } from "../store/connection.ts";
import { resumeStep } from "../store/jobs.ts";
import { type Ending, endRun, type StoredRun } from "../store/runs.ts";
import type { Engine } from "./context.ts";
import type { StepError } from "./decision.ts";

const cancelledError: StepError = { name: "RunCancelled", message: "the run was cancelled" };

export const outOfTime = "the run did not start or finish in time";

export type Result =
  | { kind: "completed"; output: unknown }
  | { kind: "failed"; error: StepError }
  | { kind: "cancelled"; reason: string };

function endingOf(result: Result): Ending {
  if (result.kind === "completed") return { status: "completed", output: canonical(result.output), error: null };
  const error = result.kind === "failed" ? result.error : { ...cancelledError, message: result.reason };
  return { status: result.kind, output: null, error: canonical(error) };
}

/** Ends a locked run: clears what it had outstanding, wakes the run that invoked it, and announces the end. */
export async function finish(db: Queryable, engine: Engine, run: StoredRun, result: Result): Promise<void> {
  const ending = endingOf(result);
  const now = engine.clock.now();
  await endRun(db, run.id, ending, now);
  if (run.parent_run !== null && run.parent_step !== null) {
    const payload = ending.error === null ? `{"data":${ending.output}}` : `{"error":${ending.error}}`;
    await resumeStep(db, { runId: run.parent_run, stepId: run.parent_step }, payload, now);
  }
  await announceEnd(db, engine, run, result);
}

/** A run of a failure handler is announced as finished only, so that handlers never start each other. */
async function announceEnd(db: Queryable, engine: Engine, run: StoredRun, result: Result): Promise<void> {
  const events: Record<string, unknown>[] = JSON.parse(run.events);
  const name = events[0]?.name;
  if (name === failedName || name === finishedName || name === cancelledName) return;
  const fields = { function_id: run.function_id, run_id: run.id, event: events[0] ?? null, events };
  if (result.kind === "completed") {
    await announce(db, engine, finishedName, { ...fields, result: result.output, _inngest: { status: "Completed" } });
    return;
  }
  const error = result.kind === "failed" ? result.error : { ...cancelledError, message: result.reason };
  const status = result.kind === "failed" ? "Failed" : "Cancelled";
  const failure = { ...fields, error, _inngest: { status } };
  await announce(db, engine, finishedName, failure);
  await announce(db, engine, result.kind === "failed" ? failedName : cancelledName, failure);
}
