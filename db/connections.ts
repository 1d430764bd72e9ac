import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type Env, env } from "#env";
import { keepPrepared } from "./prepared.ts";

export type Database = PostgresJsDatabase;
export type Sql = postgres.Sql;

type Urls = { appUrl: string; workerUrl: string; poolSize: number };
type Connections = { app: Database; appClient: Sql; worker: Sql };

// One set per process, even where a bundler loads this module twice.
const store = globalThis as typeof globalThis & { comebackConnections?: Connections; comebackUrls?: Urls };

const timeouts = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 };

/** One statement, one core: who asks for a page must not take the machine from the others. */
const alone = { max_parallel_workers_per_gather: 0 };

/** Seconds that queries of a pool which was let go may still take before they are given up. */
const graceSeconds = 5;

function connect(urls: Urls): Connections {
  const onclose = () => letGo(made);
  // Drizzle changes the serializers of the client it is given, so the worker has a client of its own.
  const appClient = postgres(urls.appUrl, {
    max: urls.poolSize,
    connection: { ...timeouts, ...alone, application_name: "comeback" },
    onnotice: () => {},
    max_lifetime: null,
    onclose,
  });
  const worker = postgres(urls.workerUrl, {
    max: Math.max(2, Math.floor(urls.poolSize / 2)),
    connection: { ...timeouts, ...alone, application_name: "comeback worker" },
    onnotice: () => {},
    max_lifetime: null,
    onclose,
  });
  const made: Connections = { app: drizzle(keepPrepared(appClient)), appClient, worker };
  return made;
}

/**
 * A lost connection means that Postgres went away. postgres.js 3.4 may then keep a slot that never writes again, and with
 * it queries that never end (it clears the timer of a pending write but keeps its handle), so the next query opens anew.
 */
function letGo(lost: Connections): void {
  if (store.comebackConnections !== lost) return;
  store.comebackConnections = undefined;
  for (const client of [lost.appClient, lost.worker]) client.end({ timeout: graceSeconds }).catch(() => undefined);
}

function connections(): Connections {
  store.comebackConnections ??= connect(store.comebackUrls ?? urlsOf(env()));
  return store.comebackConnections;
}

function urlsOf({ DATABASE_APP_URL: appUrl, DATABASE_WORKER_URL: workerUrl, DATABASE_POOL_SIZE: poolSize }: Env): Urls {
  return { appUrl, workerUrl, poolSize };
}

/** The app's role: sees only the tenant that a transaction names. Use it through `withScope`. */
export const appDatabase = (): Database => connections().app;

/** The worker's role, for statements over many tenants in the two `across-tenants` files. Tagged templates only. */
export const workerSql = (): Sql => connections().worker;

/** Points this process at other databases; tests and programs in `bin` call it before their first query. */
export async function connectTo(urls: { appUrl: string; workerUrl: string; poolSize?: number }): Promise<void> {
  await closeConnections();
  store.comebackUrls = { poolSize: 10, ...urls };
}

/** Ends all connections of this process. */
export async function closeConnections(): Promise<void> {
  const open = store.comebackConnections;
  store.comebackConnections = undefined;
  store.comebackUrls = undefined;
  await Promise.all([open?.appClient.end({ timeout: 5 }), open?.worker.end({ timeout: 5 })]);
}
