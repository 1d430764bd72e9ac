import { type Queryable, rowsOf, run } from "../store/connection.ts";

/** A rate in the generic cell rate algorithm: one per `emission` ms, `capacity` of them at once. */
export interface Rate {
  emission: number;
  capacity: number;
}

export interface Verdict {
  /** When the next one conforms; `now` or earlier means at once. */
  at: number;
  /** The theoretical arrival time to store if it is taken at that moment. */
  arrivalAt: number;
}

/** Pure GCRA: when may the next one go, given the stored theoretical arrival time. */
export function conform(rate: Rate, stored: number | null, now: number): Verdict {
  const arrival = Math.max(stored ?? now, now);
  const next = arrival + rate.emission;
  return { at: Math.max(now, Math.ceil(next - rate.emission * rate.capacity)), arrivalAt: next };
}

/** Dropping: as on the real server the burst is a tenth of the limit, so the rate is smooth and not a counter. */
export function dropRate(limit: number, periodMs: number): Rate {
  return { emission: periodMs / limit, capacity: Math.floor(limit / 10) + 1 };
}

/** Delaying: the whole limit may start at once, and `burst` adds to it. */
export function delayRate(limit: number, periodMs: number, burst: number): Rate {
  return { emission: periodMs / limit, capacity: limit + burst };
}

export async function lockKey(db: Queryable, key: string): Promise<void> {
  await rowsOf(db, "select pg_advisory_xact_lock(hashtextextended($1, 0))", [key]);
}

async function store(db: Queryable, key: string, verdict: Verdict): Promise<void> {
  await run(
    db,
    `insert into runner.rates (key, arrival_at, expires_at) values ($1, $2, $3)
     on conflict (key) do update set arrival_at = $2, expires_at = $3`,
    [key, verdict.arrivalAt, Math.ceil(verdict.arrivalAt)],
  );
}

async function verdictOf(db: Queryable, key: string, rate: Rate, now: number): Promise<Verdict> {
  await lockKey(db, key);
  const [row] = await rowsOf<{ arrival_at: number }>(db, "select arrival_at from runner.rates where key = $1", [key]);
  return conform(rate, row?.arrival_at ?? null, now);
}

/** Takes one place at once, or says no. */
export async function takeNow(db: Queryable, key: string, rate: Rate, now: number): Promise<boolean> {
  const verdict = await verdictOf(db, key, rate, now);
  if (verdict.at > now) return false;
  await store(db, key, verdict);
  return true;
}

/** Takes the next free place and says when it is. First come, first served. */
export async function takeNext(db: Queryable, key: string, rate: Rate, now: number): Promise<number> {
  const verdict = await verdictOf(db, key, rate, now);
  await store(db, key, verdict);
  return verdict.at;
}
