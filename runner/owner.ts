import pg from "pg";
import { causeOf } from "./log.ts";
import type { RunnerOptions } from "./options.ts";
import { openSession, type Session } from "./session.ts";
import { type Clock, createClock } from "./time/clock.ts";

/** Any constant will do, as long as every version of the runner uses the same. */
const lockKey = 7_216_905_518;
const lockRetryMs = 200;
const reconnectMs = [50, 100, 200, 400, 800, 1_000];
const syncEveryMs = 30_000;
const syncRetryMs = 250;

export interface Owner {
  clock: Clock;
  /** The current session, or null while the database is down or another runner owns it. */
  session(): Session | null;
  /** Waits for a session, at most `mostMs`. */
  ready(mostMs: number): Promise<Session | null>;
  stop(): Promise<void>;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const handle = setTimeout(done, ms);
    function done() {
      clearTimeout(handle);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}

/** Takes the lock that makes this process the only one that works on the database; waits while another holds it. */
async function takeLock(options: RunnerOptions, signal: AbortSignal): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: options.databaseUrl,
    application_name: "runner-owner",
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    let told = false;
    while (!signal.aborted) {
      const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [lockKey]);
      if (rows[0]?.taken === true) return client;
      if (!told) options.log("waiting for the lock that another runner holds");
      told = true;
      await pause(lockRetryMs, signal);
    }
    await client.end();
    return null;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

async function keepSynced(options: RunnerOptions, session: Session, signal: AbortSignal): Promise<void> {
  let told = "";
  while (!signal.aborted) {
    const outcome = await session.sync();
    const text = JSON.stringify(outcome);
    if (outcome.kind !== "unchanged" && text !== told) options.log("sync", { ...outcome });
    told = outcome.kind === "unchanged" ? told : text;
    await pause(outcome.kind === "unreachable" ? syncRetryMs : syncEveryMs, signal);
  }
}

interface Holder {
  current: Session | null;
  waiters: Set<(session: Session) => void>;
}

function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

/** Works on the database until the lock is lost or the process is told to stop. */
async function serve(holder: Holder, options: RunnerOptions, session: Session, stopping: AbortSignal): Promise<void> {
  const ending = new AbortController();
  holder.current = session;
  for (const waiter of holder.waiters) waiter(session);
  holder.waiters.clear();
  const syncing = keepSynced(options, session, ending.signal);
  await Promise.race([session.lost, whenAborted(stopping)]);
  ending.abort();
  // While calls in flight end, their checkpoints still come in.
  if (!stopping.aborted) holder.current = null;
  await session.close();
  holder.current = null;
  await Promise.race([syncing, pause(100, stopping)]);
}

async function keepOwning(holder: Holder, options: RunnerOptions, clock: Clock, stopping: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stopping.aborted) {
    try {
      const client = await takeLock(options, stopping);
      if (client === null) return;
      try {
        await serve(holder, options, await openSession(options, clock, client), stopping);
      } finally {
        await client.end().catch(() => {});
      }
      failures = 0;
      if (!stopping.aborted) options.log("lost the database, taking over again");
    } catch (error) {
      options.log("no database", { cause: causeOf(error) });
    }
    await pause(reconnectMs[Math.min(failures, reconnectMs.length - 1)] ?? 1_000, stopping);
    failures += 1;
  }
}

function waitForSession(holder: Holder, mostMs: number): Promise<Session | null> {
  if (holder.current !== null) return Promise.resolve(holder.current);
  return new Promise((resolve) => {
    const handle = setTimeout(() => {
      holder.waiters.delete(found);
      resolve(null);
    }, mostMs);
    const found = (session: Session) => {
      clearTimeout(handle);
      resolve(session);
    };
    holder.waiters.add(found);
  });
}

/**
 * Owns the database for as long as the process lives: takes the lock, works, and when Postgres goes away waits for it
 * and takes over again. Memory is only a copy, so a new session is the same as a new process.
 */
export function startOwner(options: RunnerOptions): Owner {
  const clock = createClock();
  const stopping = new AbortController();
  const holder: Holder = { current: null, waiters: new Set() };
  const owning = keepOwning(holder, options, clock, stopping.signal);
  return {
    clock,
    session: () => holder.current,
    ready: (mostMs) => waitForSession(holder, mostMs),
    async stop() {
      stopping.abort();
      await owning;
    },
  };
}
