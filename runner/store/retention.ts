import { type Queryable, run } from "./connection.ts";

const day = 86_400_000;
const keepRuns = 30 * day;
const keepEvents = 7 * day;
const batch = 5_000;

/** Removes one batch of what is old: ended runs with their steps, events, used-up keys and rates. Returns how much. */
export async function removeOld(db: Queryable, now: number, real: number): Promise<number> {
  const counts = [
    await run(
      db,
      "delete from runner.runs where id in (select id from runner.runs where ended_at < $1 order by ended_at limit $2)",
      [now - keepRuns, batch],
    ),
    await run(
      db,
      "delete from runner.events where id in (select id from runner.events where received_real < $1 order by received_real limit $2)",
      [real - keepEvents, batch],
    ),
    await run(db, "delete from runner.starts where expires_at < $1", [now]),
    await run(db, "delete from runner.rates where expires_at < $1", [now]),
  ];
  return Math.max(...counts);
}
