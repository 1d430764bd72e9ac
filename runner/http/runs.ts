import { z } from "zod";
import { cancelPauses, cancelRun } from "../ingest/start.ts";
import { newId } from "../protocol/identity.ts";
import { rowsOf, transaction } from "../store/connection.ts";
import { insertJob } from "../store/jobs.ts";
import { insertPause } from "../store/pauses.ts";
import { findRun, listRuns, queueFigures, type RunRow, reopenRun, runParts } from "../store/reports.ts";
import { type Answer, type Ask, ok, refusal } from "./answer.ts";

const querySchema = z.object({
  status: z.enum(["queued", "running", "completed", "failed", "cancelled"]).optional(),
  function: z.string().optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

function summaryOf(row: RunRow) {
  return {
    id: row.id,
    functionId: row.function_id,
    functionName: row.function_name ?? row.function_id,
    status: row.status,
    event: row.event_name,
    createdAt: instant(row.created_at),
    startedAt: instant(row.started_at),
    endedAt: instant(row.ended_at),
    waitsFor:
      row.job_kind === null
        ? null
        : { kind: row.job_kind, name: row.job_name, state: row.job_state, dueAt: instant(row.job_due_at) },
    attempts: row.job_kind === null ? null : (row.job_attempt ?? 0) + 1,
    lastError: parsed(row.error ?? row.job_error),
  };
}

/** `GET /v1/runs`: newest first; `next` is the cursor of the next page, or null. */
export async function getRuns({ session, url }: Ask): Promise<Answer> {
  const query = querySchema.safeParse(Object.fromEntries(url.searchParams));
  if (!query.success) return refusal(400, query.error.issues.map(({ message }) => message).join("; "));
  const { status, cursor, limit, function: functionId } = query.data;
  const rows = await listRuns(session.engine.pool, { status, cursor, functionId, limit: limit + 1 });
  const page = rows.slice(0, limit);
  return ok({ data: page.map(summaryOf), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null });
}

/** `GET /v1/runs/:id`: one run with its steps, what is outstanding and what it waits for. */
export async function getRun({ session, parts }: Ask): Promise<Answer> {
  const { pool } = session.engine;
  const row = await findRun(pool, parts[0] ?? "");
  if (row === null) return refusal(404, "no such run");
  const { steps, jobs, pauses } = await runParts(pool, row.id);
  return ok({
    data: {
      ...summaryOf(row),
      events: parsed(row.events),
      output: parsed(row.output),
      steps: steps.map((step) => ({
        id: step.id,
        name: step.name,
        op: step.op,
        status: step.failed ? "failed" : "completed",
        output: step.output.slice(0, 1_000),
        endedAt: instant(step.ended_at),
      })),
      outstanding: jobs.map((job) => ({
        kind: job.kind,
        name: job.name,
        state: job.state,
        attempt: job.attempt + 1,
        dueAt: instant(job.due_at),
        lastError: parsed(job.error),
      })),
      pauses: pauses.map((pause) => ({
        kind: pause.kind,
        event: pause.event_name,
        match: pause.match_key,
        expression: pause.expression,
        expiresAt: instant(pause.expires_at),
      })),
    },
  });
}

/** `DELETE /v1/runs/:id` cancels; 409 when the run is over. A call in flight is not aborted, its answer is dropped. */
export async function deleteRun({ session, parts }: Ask): Promise<Answer> {
  const { engine } = session;
  const row = await findRun(engine.pool, parts[0] ?? "");
  if (row === null) return refusal(404, "no such run");
  if (row.ended_at !== null) return refusal(409, `the run is ${row.status}`);
  await transaction(engine.pool, (db) => cancelRun(db, engine, row.id, row.function_id));
  return { status: 202, body: { data: { id: row.id } } };
}

/**
 * `POST /v1/runs/:id/retry` goes on with the same failed run: finished steps keep their results, failed ones are
 * forgotten and tried again with all their attempts, and what cancels the run is armed anew.
 */
export async function retryRun({ session, parts }: Ask): Promise<Answer> {
  const { engine } = session;
  const row = await findRun(engine.pool, parts[0] ?? "");
  if (row === null) return refusal(404, "no such run");
  const fn = engine.registry().byId.get(row.function_id);
  if (fn === undefined) return refusal(409, "the function is not registered any more");
  const now = engine.clock.now();
  const reopened = await transaction(engine.pool, async (db) => {
    if (!(await reopenRun(db, row.id))) return false;
    const job = { runId: row.id, functionId: fn.id, kind: "discover", key: `retry:${newId()}`, dueAt: now };
    await insertJob(db, job, now);
    const [trigger]: { ts: number }[] = JSON.parse(row.events);
    for (const pause of cancelPauses(fn, row.id, Date.now(), now))
      await insertPause(db, engine, pause, trigger ?? null);
    return true;
  });
  return reopened ? { status: 202, body: { data: { id: row.id } } } : refusal(409, `the run is ${row.status}`);
}

/** `GET /v1/queue`: how much there is to do, and how old the oldest due job is (0 when nothing waits). */
export async function getQueue({ session }: Ask): Promise<Answer> {
  const { pool, clock } = session.engine;
  const figures = await queueFigures(pool, clock.now());
  return ok({ data: figures });
}

export async function getFunctions({ session }: Ask): Promise<Answer> {
  const rows = await rowsOf<{ id: string; app_id: string; name: string; config: string; archived: boolean }>(
    session.engine.pool,
    "select id, app_id, name, config, archived from runner.functions order by id",
  );
  const data = rows.map((row) => ({
    id: row.id,
    appId: row.app_id,
    name: row.name,
    archived: row.archived,
    config: parsed(row.config),
  }));
  return ok({ data });
}
