import type { Claimed } from "../store/claims.ts";
import type { Queryable } from "../store/connection.ts";
import { postpone } from "../store/jobs.ts";
import type { Engine } from "./context.ts";

/** Real ms until a job is looked at again whose function left the app, or which met an error of ours. */
const lookAgain = 5_000;

/** Puts a job off without counting an attempt. */
export async function putOff(db: Queryable, engine: Engine, job: Claimed, message: string): Promise<void> {
  const dueAt = Math.round(engine.clock.now() + lookAgain * engine.clock.speed());
  const error = JSON.stringify({ name: "PutOff", message });
  await postpone(db, job, { dueAt, attempt: job.attempt, faults: job.faults, error });
  engine.wakeAt(dueAt);
}
