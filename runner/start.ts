import { once } from "node:events";
import type http from "node:http";
import type { SyncOutcome } from "./engine/sync.ts";
import { createServer } from "./http/server.ts";
import { causeOf } from "./log.ts";
import type { RunnerOptions } from "./options.ts";
import { type Owner, startOwner } from "./owner.ts";
import { removeOld } from "./store/retention.ts";
import type { Clock } from "./time/clock.ts";

export interface RunningRunner {
  url: string;
  port: number;
  clock: Clock;
  /** Fetches the app's functions now. */
  sync(): Promise<SyncOutcome>;
  /** Lets calls in flight end (at most five seconds) and stops. */
  stop(): Promise<void>;
}

const cleanEveryMs = 10 * 60_000;

async function listen(server: http.Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

function startCleaning(options: RunnerOptions, owner: Owner): NodeJS.Timeout {
  const clean = async () => {
    const engine = owner.session()?.engine;
    if (engine === undefined) return;
    await removeOld(engine.pool, engine.clock.now(), Date.now());
  };
  const handle = setInterval(() => {
    clean().catch((error: unknown) => options.log("could not remove what is old", { cause: causeOf(error) }));
  }, cleanEveryMs);
  return handle.unref();
}

/**
 * Starts the embedded Inngest-compatible runner. Resolves once it serves HTTP; until the database is its own it
 * answers 503. Rejects when the port is taken.
 */
export async function startRunner(options: RunnerOptions): Promise<RunningRunner> {
  const owner = startOwner(options);
  const server = createServer(options, owner);
  const port = await listen(server, options.port).catch(async (error: unknown) => {
    await owner.stop();
    throw error;
  });
  const cleaning = startCleaning(options, owner);
  options.log("ready", { port });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    clock: owner.clock,
    async sync() {
      const session = await owner.ready(10_000);
      return session === null ? { kind: "unreachable", cause: "no database" } : await session.sync();
    },
    async stop() {
      clearInterval(cleaning);
      await owner.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}
