import { causeOf } from "../log.ts";
import { announceAgain, handOutAgain, isHandedOut, listTaken, parkedKeys } from "../store/claims.ts";
import type { Engine } from "./context.ts";

/** Real ms between sweeps. What a sweep finds wrong it mends when the next one finds the same. */
const everyMs = 10_000;

/** What the worker knows to be going on. */
export interface Activity {
  isActive(jobId: number): boolean;
  isFree(key: string): boolean;
  unpark(key: string): Promise<void>;
}

function createMemory() {
  let before = new Set<number>();
  return (now: readonly number[]): number[] => {
    const again = now.filter((id) => before.has(id));
    before = new Set(now);
    return again;
  };
}

/**
 * Mends what an error at the wrong moment leaves behind while the process lives on: a job that is taken by nobody, one
 * that was handed out and forgotten, one that waits for a place which is free. A new owner mends the same at once.
 */
export function startSweep(engine: Engine, activity: Activity): () => void {
  const lostTwice = createMemory();
  const idleTwice = createMemory();

  const sweep = async () => {
    const { pool, log } = engine;
    const lost = lostTwice((await listTaken(pool, "running")).filter((id) => !activity.isActive(id)));
    await handOutAgain(pool, lost);
    const idle = idleTwice((await isHandedOut(pool)) ? await listTaken(pool, "queued") : []);
    await announceAgain(pool, idle);
    for (const key of await parkedKeys(pool)) if (activity.isFree(key)) await activity.unpark(key);
    if (lost.length + idle.length > 0) log("swept", { lost: lost.length, idle: idle.length });
  };

  const handle = setInterval(() => {
    sweep().catch((error: unknown) => engine.log("could not sweep", { cause: causeOf(error) }));
  }, everyMs);
  return () => clearInterval(handle);
}
