import { canonical } from "../protocol/canonical.ts";
import type { Received } from "../protocol/events.ts";
import { newId } from "../protocol/identity.ts";
import { rowsOf, run } from "../store/connection.ts";
import { insertJob } from "../store/jobs.ts";
import type { RegisteredFunction } from "../store/registry.ts";
import { keyOf } from "./keys.ts";
import { type Admission, start } from "./start.ts";

/** Adds an event to the open batch of its key; a full batch starts its run at once, the first event sets the timer. */
export async function addToBatch(admission: Admission, fn: RegisteredFunction, event: Received): Promise<void> {
  const { db, engine } = admission;
  const options = fn.config.batchEvents;
  if (options === undefined) return;
  const [batch] = await rowsOf<{ id: string; size: number }>(
    db,
    `with open as (
       insert into runner.batches as b (id, function_id, key, size) values ($1, $2, $3, 1)
       on conflict (function_id, key) do update set size = b.size + 1 returning id, size),
     added as (insert into runner.batched (batch_id, event) select id, $4 from open)
     select id, size from open`,
    [newId(), fn.id, keyOf(options.key, event.body), canonical(event)],
  );
  if (batch === undefined) return;
  if (batch.size >= options.maxSize) {
    await startBatch(admission, fn, batch.id);
  } else if (batch.size === 1) {
    const now = engine.clock.now();
    const dueAt = now + options.timeout;
    const job = { runId: null, functionId: fn.id, kind: "batch", key: `batch:${batch.id}`, dueAt, payload: batch.id };
    await insertJob(db, job, now);
    engine.wakeAt(dueAt);
  }
}

/** Starts the run of a batch and closes the batch; nothing when it started already. */
export async function startBatch(admission: Admission, fn: RegisteredFunction, batchId: string): Promise<void> {
  const { db } = admission;
  const locked = await run(db, "select 1 from runner.batches where id = $1 for update", [batchId]);
  if (locked === 0) return;
  const rows = await rowsOf<{ event: string }>(
    db,
    "select event from runner.batched where batch_id = $1 order by ordinal",
    [batchId],
  );
  await run(db, "delete from runner.batches where id = $1", [batchId]);
  await run(db, "delete from runner.jobs where function_id = $1 and key = $2 and run_id is null", [
    fn.id,
    `batch:${batchId}`,
  ]);
  const events = rows.map((row): Received => JSON.parse(row.event));
  await start(admission, fn, events);
}
