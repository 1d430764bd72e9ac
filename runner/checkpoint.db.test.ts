import { Inngest } from "inngest";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startRunner } from "./start.ts";
import { openApp } from "./testing/app.ts";
import { createTestDatabase } from "./testing/database.ts";
import { startWorld, until, type World } from "./testing/world.ts";

let world: World;
let log: string[] = [];
let gate: PromiseWithResolvers<void> | null = null;

beforeAll(async () => {
  world = await startWorld((client) => [
    client.createFunction(
      { id: "short", triggers: { event: "short" }, checkpointing: { maxRuntime: "10ms" } },
      async ({ step }) => {
        for (const name of ["a", "b", "c"]) {
          await step.run(name, async () => {
            await new Promise((resolve) => setTimeout(resolve, 30));
            log.push(name);
          });
        }
      },
    ),
    client.createFunction(
      { id: "buffered", triggers: { event: "buffered" }, checkpointing: { bufferedSteps: 10 } },
      async ({ step }) => {
        for (const name of ["a", "b", "c"]) await step.run(name, () => void log.push(name));
        await step.sleep("rest", "1h");
        await step.run("d", () => void log.push("d"));
        return "done";
      },
    ),
    client.createFunction({ id: "held", triggers: { event: "held" }, retries: 0 }, async ({ step }) => {
      await step.run("a", () => void log.push("a"));
      await step.run("b", async () => {
        log.push("b");
        await gate?.promise;
      });
      await step.run("c", () => void log.push("c"));
    }),
  ]);
});
afterAll(() => world.stop());
beforeEach(() => {
  log = [];
});

test("goes on in a new call when the time of one is over, and repeats nothing", async () => {
  await world.send("short");
  await world.idle();
  expect(log).toEqual(["a", "b", "c"]);
  expect((await world.runs("app-short"))[0]?.status).toBe("completed");
});

test("saves buffered steps when the function sleeps or ends", async () => {
  await world.send("buffered");
  await world.idle();
  await world.advance(60);
  expect(log).toEqual(["a", "b", "c", "d"]);
  expect(await world.result("app-buffered")).toBe("done");
  expect(
    await world.database.query(
      "select 1 from runner.steps s join runner.runs r on r.id = s.run_id where r.function_id = 'app-buffered'",
    ),
  ).toHaveLength(5);
});

test("a call whose run was cancelled is stopped by its next checkpoint, and its answer is dropped", async () => {
  gate = Promise.withResolvers();
  await world.send("held");
  await until("it is in the second step", () => log.includes("b"));
  const [run] = await world.runs("app-held");
  await world.ask("DELETE", `/v1/runs/${run?.id}`);
  await until("it is cancelled", async () => (await world.runs("app-held"))[0]?.status === "cancelled");
  gate.resolve();
  await world.idle();
  expect(log).toEqual(["a", "b"]);
  expect((await world.runs("app-held"))[0]?.status).toBe("cancelled");
});

test("refuses a checkpoint of a call that it does not know", async () => {
  const body = { qi_id: "999999", generation_id: 1, steps: [{ id: "a", op: "StepRun", data: 1 }] };
  expect(await world.ask("POST", "/v1/checkpoint/01ABC/async", body)).toMatchObject({ status: 409 });
  expect(await world.ask("POST", "/v1/checkpoint/01ABC/async", { steps: "x" })).toMatchObject({ status: 400 });
});

test("serves an unsigned app when it is told to", async () => {
  const database = await createTestDatabase();
  const app = await openApp();
  const unsigned = { ...world.options, databaseUrl: database.url, appUrl: app.url, signingKey: null, eventKey: null };
  const runner = await startRunner({ ...unsigned, port: 0 });
  const client = new Inngest({ id: "dev", isDev: true, baseUrl: runner.url });
  const seen: unknown[] = [];
  app.serve(client, [
    client.createFunction({ id: "any", triggers: { event: "any" } }, async ({ step, event }) => {
      await step.run("note", () => void seen.push(event.data.n));
    }),
  ]);
  expect(await runner.sync()).toMatchObject({ kind: "registered", functions: 1 });
  await client.send({ name: "any", data: { n: 1 } });
  await until("it ran", () => seen.length === 1);
  expect((await fetch(`${runner.url}/v1/queue`)).status).toBe(200);
  await runner.stop();
  await app.stop();
  await database.drop();
});
