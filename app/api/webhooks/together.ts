import { setTimeout as pause } from "node:timers/promises";

type Waiting<T, R> = { one: T; resolve: (result: R) => void; reject: (error: unknown) => void };

export type Bounds<T> = {
  /** How many make one batch. */
  most: number;
  /** How many batches may be under way. */
  atOnce: number;
  /** How long nothing more begins once a batch has ended, so that the next one gathers more. */
  restMs?: number;
  /** How many may wait or be under way. */
  mostHeld: number;
  /** How many bytes those may have, */
  mostBytes: number;
  /** and how many one batch, unless a single one has more. */
  mostBatchBytes?: number;
  bytesOf(one: T): number;
  /** Whether an error is about one of the batch, so that it is worth a try to leave it out; otherwise all share it. */
  isOfOne?(error: unknown): boolean;
};

/** Too much waits already: whoever asks is to come again, before memory is at risk. */
export class Full extends Error {}

/**
 * Works off what comes at the same time in one go: whatever arrives while earlier batches are under way is the next
 * batch, so that a storm costs few round trips and a single one waits for nobody. A batch that fails is halved until
 * the one at fault stands alone, so that nobody fails for a neighbour. Refuses with `Full` what goes beyond its bounds.
 */
export function together<T, R>(work: (batch: T[]) => Promise<R[]>, bounds: Bounds<T>): (one: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  const held = { count: 0, bytes: 0 };
  let underWay = 0;
  const next = async (): Promise<void> => {
    if (underWay >= bounds.atOnce || waiting.length === 0) return;
    underWay += 1;
    await workOff(waiting.splice(0, countOf(waiting, bounds)), work, bounds);
    if (bounds.restMs) await pause(bounds.restMs);
    underWay -= 1;
    setImmediate(next);
  };
  return async (one) => {
    const bytes = bounds.bytesOf(one);
    if (held.count >= bounds.mostHeld || held.bytes + bytes > bounds.mostBytes)
      throw new Full("too much waits already");
    held.count += 1;
    held.bytes += bytes;
    try {
      return await new Promise<R>((resolve, reject) => {
        waiting.push({ one, resolve, reject });
        setImmediate(next);
      });
    } finally {
      held.count -= 1;
      held.bytes -= bytes;
    }
  };
}

/** How many of those who wait make the next batch. */
function countOf<T>(waiting: { one: T }[], { most, mostBatchBytes, bytesOf }: Bounds<T>): number {
  if (!mostBatchBytes) return most;
  let bytes = 0;
  const over = waiting.findIndex(({ one }, index) => {
    bytes += bytesOf(one);
    return index > 0 && bytes > mostBatchBytes;
  });
  return over < 0 ? most : Math.min(over, most);
}

async function workOff<T, R>(
  batch: Waiting<T, R>[],
  work: (batch: T[]) => Promise<R[]>,
  bounds: Bounds<T>,
): Promise<void> {
  try {
    const results = await work(batch.map(({ one }) => one));
    for (const [index, { resolve }] of batch.entries()) resolve(results[index] as R);
  } catch (error) {
    if (batch.length === 1 || bounds.isOfOne?.(error) === false) {
      for (const { reject } of batch) reject(error);
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await workOff(batch.slice(0, half), work, bounds);
    await workOff(batch.slice(half), work, bounds);
  }
}
