import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { serve } from "inngest/node";
import { createTestDatabase } from "#bin/testing/database.ts";
import { moveClock } from "#db/clock.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { type RunnerClient, runnerClient } from "#integrations/runner-client.ts";
import { startRunner } from "#runner/start.ts";

export type House = {
  /** Moves app and runner together and waits until all that came due is done. */
  advance(minutes: number): Promise<void>;
  close(): Promise<void>;
};

// The SDK reads its target and keys from the environment, and so must the test that moves them.
// biome-ignore lint/style/noProcessEnv: the one place in this room that sets the SDK's target
const keys = process.env;

/** The whole path without its pages: a test database, the real runner and the real functions, on a clock that moves. */
export async function openHouse(): Promise<House> {
  const database = await createTestDatabase();
  await connectTo(database);
  const app = createServer((request, response) => void answer(request, response));
  let answer: (...parts: Parameters<ReturnType<typeof serve>>) => unknown = () => undefined;
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const { port } = app.address() as AddressInfo;
  const runner = await startRunner({
    databaseUrl: database.runnerUrl,
    port: 0,
    appUrl: `http://127.0.0.1:${port}/api/inngest`,
    signingKey: keys.INNGEST_SIGNING_KEY ?? null,
    eventKey: keys.INNGEST_EVENT_KEY ?? null,
    virtualClock: true,
    log: () => {},
  });
  keys.INNGEST_BASE_URL = runner.url;
  const client = runnerClient({ baseUrl: runner.url, signingKey: keys.INNGEST_SIGNING_KEY ?? null });
  const { inngest } = await import("../client.ts");
  const { functions } = await import("../functions.ts");
  answer = serve({ client: inngest, functions });
  await runner.sync();
  const advance = async (minutes: number) => {
    const { now, speed } = await moveClock({ advanceMinutes: minutes });
    const moved = await client.moveClock({ set: now, speed });
    if (moved.kind !== "ok") throw new Error("the runner's clock did not move");
    return now;
  };
  return {
    async advance(minutes) {
      await advance(minutes);
      // A stage may wait a second for its batch to fill, and the longest chain has three such stages.
      for (let stage = 0; stage < 4; stage++) {
        await untilIdle(client);
        await advance(2 / 60);
      }
      await untilIdle(client);
    },
    async close() {
      await runner.stop();
      app.closeAllConnections();
      app.close();
      await closeConnections();
      await database.drop();
    },
  };
}

/** At rest: nothing due, nothing running, for three looks in a row. */
async function untilIdle(client: RunnerClient): Promise<void> {
  for (let idle = 0, looks = 0; idle < 3; looks++) {
    if (looks > 300) throw new Error("the runner did not come to rest");
    const queue = await client.getQueue();
    const busy = queue.kind !== "ok" || queue.value.due > 0 || queue.value.calling > 0;
    idle = busy ? 0 : idle + 1;
    await pause(50);
  }
}
