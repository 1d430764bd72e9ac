import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "#env";

export type Database = PostgresJsDatabase;
export type Sql = postgres.Sql;

type Connections = { app: Database; appClient: Sql; worker: Sql };

// One set per process, even where a bundler loads this module twice.
const store = globalThis as typeof globalThis & { comebackConnections?: Connections };

const timeouts = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 };

function connect(urls: { appUrl: string; workerUrl: string; poolSize: number }): Connections {
  // Drizzle changes the serializers of the client it is given, so the worker has a client of its own.
  const appClient = postgres(urls.appUrl, {
    max: urls.poolSize,
    connection: { ...timeouts, application_name: "comeback" },
    onnotice: () => {},
  });
  const worker = postgres(urls.workerUrl, {
    max: Math.max(2, Math.floor(urls.poolSize / 2)),
    connection: { ...timeouts, application_name: "comeback worker" },
    onnotice: () => {},
  });
  return { app: drizzle(appClient), appClient, worker };
}

function connections(): Connections {
  store.comebackConnections ??= connect({
    appUrl: env().DATABASE_APP_URL,
    workerUrl: env().DATABASE_WORKER_URL,
    poolSize: env().DATABASE_POOL_SIZE,
  });
  return store.comebackConnections;
}

/** The app's role: sees only the tenant that a transaction names. Use it through `withScope`. */
export const appDatabase = (): Database => connections().app;

/** The worker's role, for statements over many tenants in the two `across-tenants` files. Tagged templates only. */
export const workerSql = (): Sql => connections().worker;

/** Points this process at other databases; tests and programs in `bin` call it before their first query. */
export async function connectTo(urls: { appUrl: string; workerUrl: string; poolSize?: number }): Promise<void> {
  await closeConnections();
  store.comebackConnections = connect({ poolSize: 10, ...urls });
}

/** Ends all connections of this process. */
export async function closeConnections(): Promise<void> {
  const open = store.comebackConnections;
  store.comebackConnections = undefined;
  await Promise.all([open?.appClient.end({ timeout: 5 }), open?.worker.end({ timeout: 5 })]);
}
