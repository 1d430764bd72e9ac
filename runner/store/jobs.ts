import { type Queryable, rowsOf, run } from "./connection.ts";

export interface NewJob {
  runId: string | null;
  functionId: string;
  kind: string;
  /** Unique within its run (or function): the same cause never makes two jobs. */
  key: string;
  stepId?: string | null;
  name?: string | null;
  race?: boolean;
  dueAt: number;
  priority?: number;
  payload?: string | null;
}

/** Stores a job; one that is due is handed out with the commit (by trigger). Says whether it was new. */
export async function insertJob(db: Queryable, job: NewJob, now: number): Promise<boolean> {
  const count = await run(
    db,
    `insert into runner.jobs (run_id, function_id, kind, key, step_id, name, race, due_at, priority, payload, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      job.runId,
      job.functionId,
      job.kind,
      job.key,
      job.stepId ?? null,
      job.name ?? null,
      job.race ?? false,
      job.dueAt,
      job.priority ?? 0,
      job.payload ?? null,
      job.dueAt <= now ? "queued" : "waiting",
    ],
  );
  return count > 0;
}

export async function deleteJob(db: Queryable, id: number): Promise<void> {
  await run(db, "delete from runner.jobs where id = $1", [id]);
}

/** Puts a job off; `generation` guards against one that was taken anew meanwhile. */
export async function postpone(
  db: Queryable,
  job: { id: number; generation: number },
  to: { dueAt: number; attempt: number; faults: number; error: string },
): Promise<void> {
  await run(
    db,
    `update runner.jobs set state = 'waiting', due_at = $3, attempt = $4, faults = $5, error = $6
     where id = $1 and generation = $2`,
    [job.id, job.generation, to.dueAt, to.attempt, to.faults, to.error],
  );
}

export async function parkJob(db: Queryable, id: number, key: string): Promise<void> {
  await run(db, "update runner.jobs set state = 'parked', parked_on = $2 where id = $1 and state = 'running'", [
    id,
    key,
  ]);
}

/** Hands out the job that has waited longest for this key, counting its priority. */
export async function unparkOldest(db: Queryable, key: string): Promise<number | null> {
  const [row] = await rowsOf<{ id: number }>(
    db,
    `update runner.jobs set state = 'queued', parked_on = null where id = (
       select id from runner.jobs where state = 'parked' and parked_on = $1
       order by due_at - priority * 1000::bigint, id limit 1 for update skip locked)
     returning id`,
    [key],
  );
  return row?.id ?? null;
}

/** Hands out what became due, oldest first. Returns how many, and when the next one is due. */
export async function promoteDue(
  db: Queryable,
  now: number,
  most: number,
): Promise<{ count: number; next: number | null }> {
  const count = await run(
    db,
    `update runner.jobs set state = 'queued' where id in (
       select id from runner.jobs where state = 'waiting' and due_at <= $1 order by due_at limit $2 for update skip locked)`,
    [now, most],
  );
  const [row] = await rowsOf<{ next: number | null }>(
    db,
    "select min(due_at) as next from runner.jobs where state = 'waiting'",
  );
  return { count, next: row?.next ?? null };
}

/** After a change of owner: what was being worked on or parked is handed out again. */
export async function reclaimJobs(db: Queryable): Promise<number> {
  return await run(
    db,
    "update runner.jobs set state = 'queued', parked_on = null where state in ('running', 'parked')",
  );
}

/** Gives the waiting step of a run its result now; false when the result came already or the run is over. */
export async function resumeStep(
  db: Queryable,
  step: { runId: string; stepId: string },
  payload: string,
  now: number,
): Promise<boolean> {
  const count = await run(
    db,
    `update runner.jobs set payload = $3, due_at = $4, state = 'queued'
     where run_id = $1 and key = 'step:' || $2 and state = 'waiting' and kind in ('wait', 'invoke', 'signal')`,
    [step.runId, step.stepId, payload, now],
  );
  return count > 0;
}
