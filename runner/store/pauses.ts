import type { Engine, PausePaths } from "../engine/context.ts";
import { holds } from "../expression/compile.ts";
import { indexableMatch, matchKey, valueAt } from "../expression/match.ts";
import type { EventBody } from "../protocol/events.ts";
import { type Queryable, rowsOf, run } from "./connection.ts";

export interface NewPause {
  runId: string;
  kind: "wait" | "cancel" | "signal";
  stepId: string | null;
  eventName: string;
  expression: string | null;
  expiresAt: number;
  /** Events with an older `ts` than this do not count. */
  afterTs: number;
}

/** How the condition is split: what the index answers and what is left to evaluate. `trigger` is the run's event. */
function splitCondition(pause: NewPause, trigger: unknown) {
  if (pause.expression === null) return { path: null, key: null, expression: null };
  const match = indexableMatch(pause.expression, trigger);
  if (match === null) return { path: null, key: null, expression: pause.expression };
  return {
    path: match.path,
    key: matchKey(match.path, match.value),
    expression: match.whole ? null : pause.expression,
  };
}

/** Commits on its own: a path that only memory knew would be forgotten by a restart, and its pauses never found. */
async function rememberPath({ own, pausePaths }: Engine, eventName: string, path: string): Promise<void> {
  if (pausePaths.get(eventName)?.has(path)) return;
  await run(own, "insert into runner.match_paths (event_name, path) values ($1, $2) on conflict do nothing", [
    eventName,
    path,
  ]);
  pausePaths.set(eventName, (pausePaths.get(eventName) ?? new Set()).add(path));
}

export async function loadPausePaths(db: Queryable): Promise<PausePaths> {
  const rows = await rowsOf<{ event_name: string; path: string }>(
    db,
    "select event_name, path from runner.match_paths",
  );
  const paths: PausePaths = new Map();
  for (const { event_name, path } of rows) paths.set(event_name, (paths.get(event_name) ?? new Set()).add(path));
  return paths;
}

/** Stores a pause, and the path by which incoming events of that name must be looked up. */
export async function insertPause(db: Queryable, engine: Engine, pause: NewPause, trigger: unknown): Promise<void> {
  const split = splitCondition(pause, trigger);
  await rememberPath(engine, pause.eventName, split.path ?? "");
  await run(
    db,
    `insert into runner.pauses (run_id, kind, step_id, event_name, match_key, expression, after_ts, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      pause.runId,
      pause.kind,
      pause.stepId,
      pause.eventName,
      split.key,
      split.expression,
      pause.afterTs,
      pause.expiresAt,
    ],
  );
}

export interface MatchedPause {
  id: number;
  run_id: string;
  function_id: string;
  kind: string;
  step_id: string | null;
}

/** Locks, in one order for all, the pauses that this event ends. */
export async function matchingPauses(
  db: Queryable,
  paths: PausePaths,
  event: EventBody,
  now: number,
): Promise<MatchedPause[]> {
  const known = paths.get(event.name);
  if (known === undefined) return [];
  const keys = [...known].filter((path) => path !== "").map((path) => matchKey(path, valueAt(event, path.split("."))));
  const rows = await rowsOf<MatchedPause & { expression: string | null; events: string | null }>(
    db,
    `select p.id, p.run_id, r.function_id, p.kind, p.step_id, p.expression,
       case when p.expression is not null then r.events end as events
     from runner.pauses p join runner.runs r on r.id = p.run_id
     where p.event_name = $1 and p.kind in ('wait', 'cancel') and (p.match_key is null or p.match_key = any($2::text[]))
       and p.expires_at >= $3 and p.after_ts <= $4
     order by p.id for update of p`,
    [event.name, keys, now, event.ts],
  );
  return rows.filter((row) => row.expression === null || agrees(row.expression, row.events, event));
}

function agrees(expression: string, events: string | null, incoming: EventBody): boolean {
  const [trigger]: unknown[] = JSON.parse(events ?? "[]");
  return holds(expression, { event: trigger ?? null, async: incoming });
}

export async function deletePauses(db: Queryable, ids: readonly number[]): Promise<void> {
  await run(db, "delete from runner.pauses where id = any($1::bigint[])", [ids]);
}

export async function deletePausesOfStep(db: Queryable, runId: string, stepId: string): Promise<void> {
  await run(db, "delete from runner.pauses where run_id = $1 and step_id = $2", [runId, stepId]);
}
