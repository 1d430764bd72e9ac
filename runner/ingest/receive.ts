import type { Engine } from "../engine/context.ts";
import { canonical } from "../protocol/canonical.ts";
import type { EventBody, Received } from "../protocol/events.ts";
import { newId } from "../protocol/identity.ts";
import { type Queryable, rowsOf } from "../store/connection.ts";
import { resumeStep } from "../store/jobs.ts";
import { deletePauses, matchingPauses } from "../store/pauses.ts";
import { admit, startsOn } from "./admit.ts";
import { flush } from "./plan.ts";
import { type Admission, cancelRun } from "./start.ts";

/** Stores events and says which were new: a send that is repeated carries the same ids. */
async function storeEvents(db: Queryable, events: readonly Received[]): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    db,
    `insert into runner.events (id, external_id, name, body, received_real)
     select id, external_id, name, body, $5 from unnest($1::text[], $2::text[], $3::text[], $4::text[])
       as fresh (id, external_id, name, body)
     on conflict (id) do nothing returning id`,
    [
      events.map(({ key }) => key),
      events.map(({ idempotencyKey }) => idempotencyKey),
      events.map(({ body }) => body.name),
      events.map(({ body }) => canonical(body)),
      Date.now(),
    ],
  );
  return new Set(rows.map(({ id }) => id));
}

async function endPauses({ db, engine, plan }: Admission, event: EventBody): Promise<void> {
  const planned = plan.runs.some(({ pauses }) => pauses.some(({ eventName }) => eventName === event.name));
  if (planned) await flush(db, engine, plan);
  const now = engine.clock.now();
  const matched = await matchingPauses(db, engine.pausePaths, event, now);
  if (matched.length === 0) return;
  await deletePauses(
    db,
    matched.map(({ id }) => id),
  );
  for (const pause of matched) {
    if (pause.kind === "cancel") await cancelRun(db, engine, pause.run_id, pause.function_id);
    else if (pause.step_id !== null)
      await resumeStep(db, { runId: pause.run_id, stepId: pause.step_id }, canonical(event), now);
  }
}

/** Takes events in: stores them, starts what they start and ends the pauses they end, in the caller's transaction. */
export async function receive(db: Queryable, engine: Engine, events: readonly Received[]): Promise<void> {
  const fresh = await storeEvents(db, events);
  const admission: Admission = { db, engine, plan: { runs: [] } };
  for (const event of events) {
    if (!fresh.has(event.key)) continue;
    await endPauses(admission, event.body);
    for (const fn of engine.registry().startedBy(event.body.name)) {
      if (startsOn(fn, event)) await admit(admission, fn, event);
    }
  }
  await flush(db, engine, admission.plan);
}

/** Takes in an event that the runner makes itself, unless nobody listens. */
export async function announce(
  db: Queryable,
  engine: Engine,
  name: string,
  fields: Record<string, unknown>,
): Promise<void> {
  if (engine.registry().startedBy(name).length === 0 && !engine.pausePaths.has(name)) return;
  const key = newId();
  const ts = engine.clock.now();
  const body = { id: key, name, data: fields, ts, user: {} };
  await receive(db, engine, [{ key, idempotencyKey: null, body, notBefore: ts }]);
}
