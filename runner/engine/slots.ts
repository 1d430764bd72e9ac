/** One concurrency limit that a job must have a place under while its call is in flight. */
export interface Limit {
  key: string;
  limit: number;
}

/**
 * Places under concurrency limits. They live in memory because one process owns all calls: its end frees them all.
 * Jobs that find no place are parked in the database; `parked` only tells whether asking it for one is worthwhile.
 */
export interface Slots {
  /** Takes all places or none; returns the key that is full. A job just woken goes before newcomers. */
  take(limits: readonly Limit[], woken: boolean): string | null;
  release(limits: readonly Limit[]): void;
  hasRoom(limit: Limit): boolean;
  park(key: string): void;
  unpark(key: string): void;
  forget(key: string): void;
  isParked(key: string): boolean;
  /** No call holds a place under this key. */
  isFree(key: string): boolean;
}

function counter() {
  const counts = new Map<string, number>();
  return {
    of: (key: string) => counts.get(key) ?? 0,
    change(key: string, by: number) {
      const next = Math.max(0, (counts.get(key) ?? 0) + by);
      if (next === 0) counts.delete(key);
      else counts.set(key, next);
    },
    clear: (key: string) => counts.delete(key),
  };
}

export function createSlots(): Slots {
  const taken = counter();
  const parked = counter();
  return {
    take(limits, woken) {
      const full = limits.find(({ key, limit }) => taken.of(key) >= limit || (!woken && parked.of(key) > 0));
      if (full !== undefined) return full.key;
      for (const { key } of limits) taken.change(key, 1);
      return null;
    },
    release(limits) {
      for (const { key } of limits) taken.change(key, -1);
    },
    hasRoom: ({ key, limit }) => taken.of(key) < limit,
    park: (key) => parked.change(key, 1),
    unpark: (key) => parked.change(key, -1),
    forget: (key) => parked.clear(key),
    isParked: (key) => parked.of(key) > 0,
    isFree: (key) => taken.of(key) === 0,
  };
}
