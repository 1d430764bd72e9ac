import { type Queryable, rowsOf, run } from "./connection.ts";

export interface RunRow {
  id: string;
  function_id: string;
  function_name: string | null;
  status: string;
  event_name: string;
  error: string | null;
  created_at: number;
  started_at: number | null;
  ended_at: number | null;
  job_kind: string | null;
  job_name: string | null;
  job_state: string | null;
  job_due_at: number | null;
  job_attempt: number | null;
  job_error: string | null;
}

/** A run with its texts, which may be large and do not belong on a list. */
export interface WholeRunRow extends RunRow {
  events: string;
  output: string | null;
}

export interface RunQuery {
  status: string | undefined;
  functionId: string | undefined;
  cursor: string | undefined;
  limit: number;
}

const columns = `p.id, p.function_id, f.name as function_name, p.status, p.event_name, p.error, p.created_at, p.started_at, p.ended_at, j.kind as job_kind, j.name as job_name, j.state as job_state,
  j.due_at as job_due_at, j.attempt as job_attempt, j.error as job_error`;

const joins = `left join runner.functions f on f.id = p.function_id
  left join lateral (select * from runner.jobs where run_id = p.id and kind not like 'timeout%' order by due_at limit 1) j on true`;

/** One page by keyset. The text varies only with which filters are given, so few statements are prepared. */
export async function listRuns(db: Queryable, query: RunQuery): Promise<RunRow[]> {
  const values: unknown[] = [query.limit];
  const conditions: string[] = [];
  for (const [value, condition] of [
    [query.status, "status ="],
    [query.functionId, "function_id ="],
    [query.cursor, "id <"],
  ] as const) {
    if (value === undefined) continue;
    values.push(value);
    conditions.push(`${condition} $${values.length}`);
  }
  const where = conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`;
  return await rowsOf<RunRow>(
    db,
    `select ${columns} from (select * from runner.runs ${where} order by id desc limit $1) p ${joins} order by p.id desc`,
    values,
  );
}

export async function findRun(db: Queryable, id: string): Promise<WholeRunRow | null> {
  const [row] = await rowsOf<WholeRunRow>(
    db,
    `select ${columns}, p.events, p.output from runner.runs p ${joins} where p.id = $1`,
    [id],
  );
  return row ?? null;
}

interface StepRow {
  id: string;
  name: string;
  op: string;
  failed: boolean;
  output: string;
  ended_at: number;
}

interface JobRow {
  kind: string;
  name: string | null;
  state: string;
  attempt: number;
  due_at: number;
  error: string | null;
}

interface PauseRow {
  kind: string;
  event_name: string;
  match_key: string | null;
  expression: string | null;
  expires_at: number;
}

export async function runParts(db: Queryable, runId: string) {
  const steps = await rowsOf<StepRow>(
    db,
    "select id, name, op, failed, output, ended_at from runner.steps where run_id = $1 order by ordinal",
    [runId],
  );
  const jobs = await rowsOf<JobRow>(
    db,
    "select kind, name, state, attempt, due_at, error from runner.jobs where run_id = $1 order by due_at",
    [runId],
  );
  const pauses = await rowsOf<PauseRow>(
    db,
    "select kind, event_name, match_key, expression, expires_at from runner.pauses where run_id = $1 order by id",
    [runId],
  );
  return { steps, jobs, pauses };
}

/** Opens a failed run again and forgets its failed steps. False when it is not failed. */
export async function reopenRun(db: Queryable, runId: string): Promise<boolean> {
  const count = await run(
    db,
    `update runner.runs set status = 'running', error = null, ended_at = null, pending = '{}', serial = false
     where id = $1 and status = 'failed'`,
    [runId],
  );
  if (count === 0) return false;
  await run(db, "delete from runner.steps where run_id = $1 and failed", [runId]);
  return true;
}

export async function queueFigures(db: Queryable, now: number) {
  const runs = await rowsOf<{ status: string; count: number }>(
    db,
    "select status, count(*) as count from runner.runs group by status",
  );
  const [jobs] = await rowsOf<{
    due: number;
    calling: number;
    parked: number;
    sleeping: number;
    oldest: number | null;
  }>(
    db,
    `select
       (select count(*) from runner.jobs where state = 'queued') as due,
       (select count(*) from runner.jobs where state = 'running') as calling,
       (select count(*) from runner.jobs where state = 'parked') as parked,
       (select count(*) from runner.jobs where state = 'waiting') as sleeping,
       least((select min(due_at) from runner.jobs where state in ('queued', 'running', 'parked') and state <> 'running'),
         (select min(due_at) from runner.jobs where state = 'waiting' and due_at <= $1)) as oldest`,
    [now],
  );
  return {
    runs: Object.fromEntries(runs.map(({ status, count }) => [status, count])),
    due: jobs?.due ?? 0,
    calling: jobs?.calling ?? 0,
    parked: jobs?.parked ?? 0,
    sleeping: jobs?.sleeping ?? 0,
    oldestDueAgeMs: jobs?.oldest == null ? 0 : Math.max(0, now - jobs.oldest),
  };
}
