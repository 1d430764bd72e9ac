import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { serve } from "inngest/node";
import postgres from "postgres";
import { untilTold } from "#app/api/webhooks/answers.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarked } from "#db/across-tenants-rollups.ts";
import { currentTime, moveClock } from "#db/clock.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { runnerClient } from "#integrations/runner-client.ts";
import { type RunningRunner, startRunner } from "#runner/start.ts";

export type House = {
  /** Moves app and runner together and waits until all that came due is done. */
  advance(minutes: number): Promise<void>;
  /** Moves both to the next noon of UTC, for what hangs on the hour of a day: tests run at any. */
  noon(): Promise<void>;
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
  const jobs = jobsOf(runner, database.runnerUrl);
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
    advance: (minutes) => passing(minutes, advance, jobs),
    noon: async () => passing(minutesToNoon(await currentTime()), advance, jobs),
    async close() {
      // What counts sees by the app's clock that its minute is over, and does not go on within the next test's database.
      await moveClock({ advanceMinutes: 2 });
      await runner.stop();
      app.closeAllConnections();
      app.close();
      await Promise.all([jobs.end(), closeConnections()]);
      await database.drop();
    },
  };
}

const minutesToNoon = (now: Date) => ((36 - now.getUTCHours()) % 24 || 24) * 60 - now.getUTCMinutes();

/** Lets time pass so that nothing races: what came before is handled before the leap, and all that came due after it. */
async function passing(
  minutes: number,
  advance: (minutes: number) => Promise<unknown>,
  jobs: ReturnType<typeof jobsOf>,
) {
  const aMoment = 2 / 60;
  for (let looks = 0; await jobs.isFilling(); looks++) {
    if (looks > 20) throw new Error("batches filled without end");
    await advance(aMoment);
  }
  await advance(minutes);
  // A stage may wait a second for its batch to fill, and the longest chain has three such stages.
  for (let stage = 0; stage < 4; stage++) {
    await jobs.untilDone();
    await advance(aMoment);
  }
  await jobs.untilDone();
}

function jobsOf(runner: RunningRunner, databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1 });
  const jobsLeft = async () => {
    await untilTold();
    return sql<{ function: string }[]>`select distinct function_id as function from runner.jobs
      where state <> 'waiting' or due_at <= ${runner.clock.now()}`;
  };
  const isCounting = (job: { function: string }) => job.function === "comeback-roll-up";
  return {
    /** At rest: the doors have told what came, and nothing is due, handed out, called or parked. */
    untilDone: () =>
      until(async () => {
        const left = await jobsLeft();
        // What counts never rests: it has done its part when there is nothing left to count.
        return left.length === 0 || (left.every(isCounting) && (await acrossTenantsMarked()).length === 0);
      }),
    /** Whether some event waits for its batch to fill, once all that is due has been handled. */
    async isFilling() {
      await until(async () => (await jobsLeft()).every(isCounting));
      return (await sql`select 1 from runner.batches limit 1`).length > 0;
    },
    end: () => sql.end(),
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; !(await holds()); looks++) {
    if (looks > 6_000) throw new Error("the runner did not come to rest");
    await pause(10);
  }
}
