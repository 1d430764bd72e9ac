import type { Engine } from "../engine/context.ts";
import { type Queryable, run } from "../store/connection.ts";
import { insertPause, type NewPause } from "../store/pauses.ts";

export interface PlannedRun {
  id: string;
  functionId: string;
  eventName: string;
  /** Canonical JSON array of the events that the run gets. */
  events: string;
  slotKeys: string[];
  priority: number;
  singletonKey: string | null;
  parent: { runId: string; stepId: string } | null;
  startAt: number;
  startTimeoutAt: number | null;
  pauses: NewPause[];
  trigger: unknown;
}

/** Runs decided on but not yet written, so that many events cost few statements. */
export interface Plan {
  runs: PlannedRun[];
}

const separator = "\u001f";

async function writeRuns(db: Queryable, runs: readonly PlannedRun[], now: number): Promise<void> {
  await run(
    db,
    `with fresh as (
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[],
         $8::text[], $9::text[], $10::bigint[]) as f (id, function_id, event_name, events, slot_keys, priority,
         singleton_key, parent_run, parent_step, start_at)),
     stored as (
       insert into runner.runs (id, function_id, event_name, events, slot_keys, priority, singleton_key, parent_run,
         parent_step, created_at)
       select id, function_id, event_name, events, string_to_array(slot_keys, $11), priority, singleton_key,
         parent_run, parent_step, $12 from fresh)
     insert into runner.jobs (run_id, function_id, kind, key, due_at, priority, state)
     select id, function_id, 'start', 'start', start_at, priority,
       case when start_at <= $12 then 'queued' else 'waiting' end
     from fresh`,
    [
      runs.map((each) => each.id),
      runs.map((each) => each.functionId),
      runs.map((each) => each.eventName),
      runs.map((each) => each.events),
      runs.map((each) => each.slotKeys.join(separator)),
      runs.map((each) => each.priority),
      runs.map((each) => each.singletonKey),
      runs.map((each) => each.parent?.runId ?? null),
      runs.map((each) => each.parent?.stepId ?? null),
      runs.map((each) => each.startAt),
      separator,
      now,
    ],
  );
}

async function writeStartTimeouts(db: Queryable, runs: readonly PlannedRun[]): Promise<void> {
  const limited = runs.filter((each) => each.startTimeoutAt !== null);
  if (limited.length === 0) return;
  await run(
    db,
    `insert into runner.jobs (run_id, function_id, kind, key, due_at, state)
     select id, function_id, 'timeout_start', 'timeout_start', due_at, 'waiting'
     from unnest($1::text[], $2::text[], $3::bigint[]) as f (id, function_id, due_at)`,
    [
      limited.map((each) => each.id),
      limited.map((each) => each.functionId),
      limited.map((each) => each.startTimeoutAt),
    ],
  );
}

/** Writes the planned runs with their first jobs, cancel pauses and start timeouts, and empties the plan. */
export async function flush(db: Queryable, engine: Engine, plan: Plan): Promise<void> {
  const runs = plan.runs.splice(0);
  if (runs.length === 0) return;
  const now = engine.clock.now();
  await writeRuns(db, runs, now);
  await writeStartTimeouts(db, runs);
  for (const each of runs) {
    for (const pause of each.pauses) await insertPause(db, engine, pause, each.trigger);
    if (each.startAt > now) engine.wakeAt(each.startAt);
    if (each.startTimeoutAt !== null) engine.wakeAt(each.startTimeoutAt);
  }
}
