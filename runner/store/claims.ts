import { type Queryable, rowsOf, run } from "./connection.ts";
import type { CallState } from "./runs.ts";

export interface Claimed {
  id: number;
  run_id: string | null;
  function_id: string;
  kind: string;
  key: string;
  step_id: string | null;
  name: string | null;
  race: boolean;
  attempt: number;
  faults: number;
  generation: number;
  due_at: number;
  priority: number;
  payload: string | null;
}

type Row = Claimed & { [Key in keyof CallState as `r_${Key}`]: CallState[Key] | null } & { opened: boolean };

export interface Claim {
  job: Claimed;
  /** The run of a job that calls the app. */
  state: CallState | null;
  /** This claim made the run begin. */
  opened: boolean;
}

const jobColumns = `c.id, c.run_id, c.function_id, c.kind, c.key, c.step_id, c.name, c.race, c.attempt, c.faults,
  c.generation, c.due_at, c.priority, c.payload`;

/**
 * Takes a handed-out job, begins its run if that has no concurrency limit to pass first, and loads what the call needs:
 * all in one statement, because each round trip here is felt in every step. Null when the job is gone, done, put off
 * or already taken: then the hand-out was a repeat.
 */
export async function claimJob(db: Queryable, id: number, now: number): Promise<Claim | null> {
  const [row] = await rowsOf<Row>(
    db,
    `with c as (
       update runner.jobs set state = 'running', generation = generation + 1 where id = $1 and state = 'queued'
       returning *),
     opened as (
       update runner.runs r set status = 'running', started_at = $2 from c
       where r.id = c.run_id and c.kind = 'start' and r.status = 'queued' and r.slot_keys = '{}' returning r.id)
     select ${jobColumns}, exists (select 1 from opened) as opened,
       r.id as r_id, r.function_id as r_function_id, r.status as r_status, r.events as r_events,
       r.slot_keys as r_slot_keys, r.request_version as r_request_version, r.serial as r_serial,
       r.pending as r_pending, r.parent_run as r_parent_run, r.parent_step as r_parent_step,
       coalesce((select json_agg(json_build_array(s.id, s.output) order by s.ordinal)
         from runner.steps s where s.run_id = r.id), '[]') as r_steps
     from c left join runner.runs r on r.id = c.run_id and c.kind in ('start', 'discover', 'step')`,
    [id, now],
  );
  return row === undefined ? null : { job: row, state: stateIn(row), opened: row.opened };
}

function stateIn(row: Row): CallState | null {
  if (row.r_id === null || row.r_function_id === null || row.r_status === null || row.r_events === null) return null;
  return {
    id: row.r_id,
    function_id: row.r_function_id,
    status: row.r_status,
    events: row.r_events,
    slot_keys: row.r_slot_keys ?? [],
    request_version: row.r_request_version ?? -1,
    serial: row.r_serial ?? false,
    pending: row.r_pending ?? [],
    parent_run: row.r_parent_run,
    parent_step: row.r_parent_step,
    steps: row.r_steps ?? [],
  };
}

/** Jobs that the tables call running or handed out, oldest first; the sweep compares them with what really goes on. */
export async function listTaken(db: Queryable, state: "running" | "queued"): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    db,
    "select id from runner.jobs where state = $1 and state in ('queued', 'running', 'parked') order by due_at limit 500",
    [state],
  );
  return rows.map(({ id }) => id);
}

/** Hands out again what is taken by nobody. Handing out twice is harmless: the second finds nothing to claim. */
export async function handOutAgain(db: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await run(db, "update runner.jobs set state = 'queued' where id = any($1::bigint[]) and state = 'running'", [ids]);
}

/** Whether graphile-worker has nothing left that it could give out now. */
export async function isHandedOut(db: Queryable): Promise<boolean> {
  const rows = await rowsOf(
    db,
    "select 1 from graphile_worker.jobs where locked_at is null and run_at <= now() limit 1",
  );
  return rows.length === 0;
}

/** Tells graphile-worker again of jobs that were handed out and that it does not know any more. */
export async function announceAgain(db: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await rowsOf(
    db,
    `select graphile_worker.add_job('work', json_build_object('job', id), max_attempts := 1000)
     from runner.jobs where id = any($1::bigint[]) and state = 'queued'`,
    [ids],
  );
}

export async function parkedKeys(db: Queryable): Promise<string[]> {
  const rows = await rowsOf<{ parked_on: string }>(
    db,
    "select distinct parked_on from runner.jobs where state = 'parked' limit 500",
  );
  return rows.map((row) => row.parked_on);
}
