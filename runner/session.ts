import type { Runner } from "graphile-worker";
import type pg from "pg";
import type { Engine } from "./engine/context.ts";
import { rewindCrons } from "./engine/crons.ts";
import { freeLocks, migrateHandOut, startHandOut } from "./engine/hand-out.ts";
import { createSlots } from "./engine/slots.ts";
import { startSweep } from "./engine/sweep.ts";
import { register, type SyncMemory, type SyncOutcome, syncApp } from "./engine/sync.ts";
import { startTimers, type Timers } from "./engine/timers.ts";
import { createWorker, type Worker } from "./engine/work.ts";
import type { RunnerOptions } from "./options.ts";
import { loadClock, saveClock } from "./store/clock.ts";
import { openPool, transaction } from "./store/connection.ts";
import { reclaimJobs } from "./store/jobs.ts";
import { migrate } from "./store/migrations.ts";
import { loadPausePaths } from "./store/pauses.ts";
import { loadRegistry, type Registry } from "./store/registry.ts";
import { type Clock, type ClockChange, type ClockState, changeClock } from "./time/clock.ts";

const poolSize = 14;
const mostCalls = 100;
const drainMs = 5_000;

/** One ownership of the database: from taking the lock until it is given up or lost. */
export interface Session {
  engine: Engine;
  /** Resolves when the connection that holds the lock is gone. */
  lost: Promise<void>;
  sync(): Promise<SyncOutcome>;
  /** The app itself brought its functions (out-of-band half of a sync). */
  accept(app: { app_id: string; functions: readonly unknown[] }): Promise<SyncOutcome>;
  moveClock(change: ClockChange): Promise<ClockState>;
  close(): Promise<void>;
}

interface Parts {
  options: RunnerOptions;
  clock: Clock;
  pool: pg.Pool;
  own: pg.Client;
}

/** Raises the schemas and takes over what the last owner left: nothing is in flight now, whatever the tables say. */
async function takeOver({ options, clock, pool, own }: Parts) {
  await migrateHandOut(pool, options.log);
  await transaction(pool, migrate);
  await freeLocks(pool);
  if (options.virtualClock) clock.replace(await loadClock(pool));
  const pausePaths = await loadPausePaths(pool);
  const registry = await loadRegistry(pool);
  const reclaimed = await reclaimJobs(pool);
  options.log("took over", { reclaimed, functions: registry.byId.size });
  return { pausePaths, registry, own };
}

interface Working {
  worker: Worker;
  handOut: Runner;
  timers: Timers;
  stopSweep(): void;
}

async function closeAll(
  { worker, handOut, timers, stopSweep }: Working,
  { pool, own }: Parts,
  lost: boolean,
): Promise<void> {
  stopSweep();
  await timers.stop();
  const stopping = handOut.stop().catch(() => {});
  if (!lost) await Promise.race([Promise.all([stopping, worker.drain(drainMs)]), wait(drainMs)]);
  await own.end().catch(() => {});
  // A pool with connections that hang in a dead server never ends; nobody waits for it.
  const ending = pool.end().catch(() => {});
  if (!lost) await Promise.race([ending, wait(1_000)]);
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** Starts working on a database whose lock `own` holds. */
export async function openSession(options: RunnerOptions, clock: Clock, own: pg.Client): Promise<Session> {
  const parts: Parts = { options, clock, own, pool: openPool(options.databaseUrl, poolSize) };
  const ended = Promise.withResolvers<void>();
  let lost = false;
  own.on("end", () => {
    lost = true;
    ended.resolve();
  });
  try {
    const taken = await takeOver(parts);
    const { working, ...session } = await assemble(parts, taken);
    // Without its hand-out a session does nothing more; ending it makes room for another.
    working.handOut.promise.then(ended.resolve, ended.resolve);
    return { ...session, lost: ended.promise, close: () => closeAll(working, parts, lost) };
  } catch (error) {
    await parts.pool.end().catch(() => {});
    throw error;
  }
}

type Taken = Awaited<ReturnType<typeof takeOver>>;

function engineOf(
  { options, clock, pool, own }: Parts,
  { pausePaths }: Taken,
  registry: () => Registry,
  timers: Timers,
) {
  const engine: Engine = {
    pool,
    own,
    clock,
    log: options.log,
    chance: Math.random,
    registry,
    pausePaths,
    slots: createSlots(),
    wakeAt: timers.wakeAt,
    app: { url: options.appUrl, signingKey: options.signingKey },
  };
  return engine;
}

async function startWorking(engine: Engine, timers: Timers): Promise<Working> {
  const worker = createWorker(engine, mostCalls);
  const stopSweep = startSweep(engine, worker);
  try {
    return { worker, timers, stopSweep, handOut: await startHandOut(engine.pool, engine.log, worker.take) };
  } catch (error) {
    stopSweep();
    await timers.stop();
    throw error;
  }
}

async function assemble(parts: Parts, taken: Taken): Promise<Omit<Session, "lost" | "close"> & { working: Working }> {
  const { options, clock, pool } = parts;
  let registry: Registry = taken.registry;
  const use = (next: Registry) => {
    registry = next;
  };
  const memory: SyncMemory = { checksum: null };
  const timers = startTimers({ pool, clock, log: options.log });
  const engine = engineOf(parts, taken, () => registry, timers);
  const working = await startWorking(engine, timers);
  return {
    engine,
    working,
    sync: () => syncApp(engine, memory, use),
    accept: (app) => register(engine, memory, use, app),
    moveClock: async (change) => {
      const before = clock.now();
      clock.replace(changeClock(clock.state(), change, Date.now()));
      await saveClock(pool, clock.state());
      if (clock.now() < before) await rewindCrons(pool, engine);
      timers.nudge();
      return clock.state();
    },
  };
}
