import type pg from "pg";
import type { Log } from "../log.ts";
import type { Queryable } from "../store/connection.ts";
import type { Registry } from "../store/registry.ts";
import type { Clock } from "../time/clock.ts";
import type { Slots } from "./slots.ts";

/** Names of events that some run waits for or is cancelled by, with the paths by which those pauses are indexed. */
export type PausePaths = Map<string, Set<string>>;

/** Everything that one ownership of the database shares: made when the lock is taken, dropped when it is lost. */
export interface Engine {
  pool: pg.Pool;
  /** The connection that holds the lock; usable inside a transaction of the pool without waiting for the pool. */
  own: Queryable;
  clock: Clock;
  log: Log;
  chance(): number;
  registry(): Registry;
  pausePaths: PausePaths;
  slots: Slots;
  /** Tells the timers that something became due at this instant of the runner's clock. */
  wakeAt(dueAt: number): void;
  app: { url: string; signingKey: string | null };
}
