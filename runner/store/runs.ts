import type { RunState } from "../engine/decision.ts";
import { type Queryable, rowsOf, run } from "./connection.ts";

export interface StoredRun {
  id: string;
  function_id: string;
  status: string;
  events: string;
  slot_keys: string[];
  request_version: number;
  serial: boolean;
  pending: string[];
  parent_run: string | null;
  parent_step: string | null;
}

export interface CallState extends StoredRun {
  /** Results in the order in which they were stored: id and canonical output. */
  steps: [string, string][];
}

const columns = "id, function_id, status, events, slot_keys, request_version, serial, pending, parent_run, parent_step";

/** A run with its memoized steps, as a call needs it. */
export async function loadForCall(db: Queryable, runId: string): Promise<CallState | null> {
  const [row] = await rowsOf<CallState>(
    db,
    `select ${columns}, coalesce((select json_agg(json_build_array(s.id, s.output) order by s.ordinal)
       from runner.steps s where s.run_id = r.id), '[]') as steps
     from runner.runs r where id = $1`,
    [runId],
  );
  return row ?? null;
}

export interface AnsweredRun extends StoredRun {
  attempt: number;
  faults: number;
}

/**
 * Locks a run that still goes on, if its job is still in the generation that was called; null when either is over.
 * The attempts are the stored ones: a checkpoint may have reset them since the call began.
 */
export async function lockForAnswer(
  db: Queryable,
  runId: string,
  job: { id: number; generation: number },
): Promise<AnsweredRun | null> {
  const [row] = await rowsOf<AnsweredRun>(
    db,
    `select r.id, r.function_id, r.status, r.events, r.slot_keys, r.request_version, r.serial, r.pending, r.parent_run,
       r.parent_step, j.attempt, j.faults
     from runner.runs r join runner.jobs j on j.run_id = r.id
     where r.id = $1 and r.status in ('queued', 'running') and j.id = $2 and j.generation = $3 and j.state = 'running'
     for update of r`,
    [runId, job.id, job.generation],
  );
  return row ?? null;
}

/** Marks the first call. False when the run is over. */
export async function openRun(db: Queryable, runId: string, now: number): Promise<boolean> {
  const count = await run(
    db,
    "update runner.runs set status = 'running', started_at = $2 where id = $1 and status = 'queued'",
    [runId, now],
  );
  return count > 0;
}

export async function trackPending(
  db: Queryable,
  runId: string,
  track: { pending: readonly string[]; serial: boolean; requestVersion: number },
): Promise<void> {
  await run(db, "update runner.runs set pending = $2, serial = $3, request_version = $4 where id = $1", [
    runId,
    track.pending,
    track.serial,
    track.requestVersion,
  ]);
}

/**
 * Whether a limit of the run's time was reached before the job's own time. After a leap of the clock both are due at
 * once, and the order in which they are worked off must not decide.
 */
export async function isOverdue(db: Queryable, run: StoredRun, dueAt: number): Promise<boolean> {
  const key = run.status === "queued" ? "timeout_start" : "timeout_finish";
  const rows = await rowsOf(db, "select 1 from runner.jobs where run_id = $1 and key = $2 and due_at <= $3", [
    run.id,
    key,
    dueAt,
  ]);
  return rows.length > 0;
}

export interface Ending {
  status: "completed" | "failed" | "cancelled";
  output: string | null;
  error: string | null;
}

/** Ends a run and clears whatever it had outstanding. */
export async function endRun(db: Queryable, runId: string, ending: Ending, now: number): Promise<void> {
  await run(
    db,
    `with pauses as (delete from runner.pauses where run_id = $1), jobs as (delete from runner.jobs where run_id = $1)
     update runner.runs set status = $2, output = $3, error = $4, ended_at = $5, pending = '{}' where id = $1`,
    [runId, ending.status, ending.output, ending.error, now],
  );
}

export interface NewStep {
  id: string;
  name: string;
  op: string;
  failed: boolean;
  output: string;
}

export async function saveStep(db: Queryable, runId: string, step: NewStep, now: number): Promise<void> {
  await run(
    db,
    `insert into runner.steps (run_id, id, name, op, failed, output, ended_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing`,
    [runId, step.id, step.name, step.op, step.failed, step.output, now],
  );
}

/**
 * Stores checkpointed steps and gives the job its attempts back, all in one statement. False when the call is stale:
 * the run is over, or its job was taken anew.
 */
export async function checkpointSteps(
  db: Queryable,
  job: { runId: string; id: number; generation: number },
  steps: readonly NewStep[],
  now: number,
): Promise<boolean> {
  const [row] = await rowsOf<{ live: number }>(
    db,
    `with live as (
       select r.id, j.id as job_id, j.attempt + j.faults as tries from runner.runs r join runner.jobs j on j.run_id = r.id
       where r.id = $1 and r.status = 'running' and j.id = $2 and j.generation = $3 and j.state = 'running' for update of r),
     saved as (
       insert into runner.steps (run_id, id, name, op, failed, output, ended_at)
       select live.id, s.id, s.name, s.op, false, s.output, $4
       from live, unnest($5::text[], $6::text[], $7::text[], $8::text[]) with ordinality as s (id, name, op, output, position)
       order by s.position on conflict do nothing),
     reset as (
       update runner.jobs set attempt = 0, faults = 0 from live where jobs.id = live.job_id and live.tries > 0)
     select count(*)::int as live from live`,
    [
      job.runId,
      job.id,
      job.generation,
      now,
      steps.map(({ id }) => id),
      steps.map(({ name }) => name),
      steps.map(({ op }) => op),
      steps.map(({ output }) => output),
    ],
  );
  return (row?.live ?? 0) > 0;
}

/** Ids of the steps that have a result. Ask after the run is locked, or the answer may be old. */
export async function settledSteps(db: Queryable, run: StoredRun): Promise<ReadonlySet<string>> {
  if (!run.serial) return new Set();
  const rows = await rowsOf<{ id: string }>(db, "select id from runner.steps where run_id = $1", [run.id]);
  return new Set(rows.map(({ id }) => id));
}

export const stateOf = (row: StoredRun, settled: ReadonlySet<string>, maxAttempts: number): RunState => ({
  id: row.id,
  pending: row.pending,
  settled,
  requestVersion: row.request_version,
  maxAttempts,
});
