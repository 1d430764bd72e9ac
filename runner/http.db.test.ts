import { Inngest } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startRunner } from "./start.ts";
import { startWorld, until, type World } from "./testing/world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld((client) => [
    client.createFunction({ id: "sleeper", name: "Sleeps well", triggers: { event: "sleep" } }, async ({ step }) => {
      await step.run("before", () => "ready");
      await step.sleep("the night", "8h");
    }),
  ]);
});
afterAll(() => world.stop());

test("refuses whoever has not the signing key", async () => {
  for (const path of ["/v1/runs", "/v1/queue", "/clock", "/v1/functions"]) {
    expect((await fetch(`${world.runner().url}${path}`)).status).toBe(401);
  }
  const wrong = { authorization: `Bearer signkey-test-${"00".repeat(32)}` };
  expect((await fetch(`${world.runner().url}/v1/runs`, { headers: wrong })).status).toBe(401);
  expect((await fetch(`${world.runner().url}/health`)).status).toBe(200);
});

test("tells what a run did and what it waits for", async () => {
  await world.send("sleep");
  await world.idle();
  const [run] = await world.runs("app-sleeper");
  expect(run).toMatchObject({
    functionName: "Sleeps well",
    status: "running",
    event: "sleep",
    waitsFor: { kind: "sleep", name: "the night" },
  });
  expect((await world.ask("GET", `/v1/runs/${run?.id}`)).body).toMatchObject({
    data: { steps: [{ name: "before", op: "StepRun", status: "completed", output: '{"data":"ready"}' }] },
  });
  expect((await world.ask("GET", "/v1/runs/nonsense")).status).toBe(404);
});

test("pages runs newest first by keyset, and filters them", async () => {
  for (let count = 0; count < 4; count++) await world.send("sleep");
  await world.idle();
  const seen: string[] = [];
  let cursor = "";
  do {
    const { body } = await world.ask("GET", `/v1/runs?status=running&limit=2${cursor}`);
    const page: { data: { id: string }[]; next: string | null } = JSON.parse(JSON.stringify(body));
    seen.push(...page.data.map(({ id }) => id));
    cursor = page.next === null ? "" : `&cursor=${page.next}`;
  } while (cursor !== "");
  expect(seen).toHaveLength(5);
  expect(seen).toEqual([...seen].sort().reverse());
  expect((await world.ask("GET", "/v1/runs?status=failed")).body).toEqual({ data: [], next: null });
  expect((await world.ask("GET", "/v1/runs?limit=0")).status).toBe(400);
});

test("counts the queue and lists the functions", async () => {
  expect((await world.ask("GET", "/v1/queue")).body).toMatchObject({
    data: { runs: { running: 5 }, sleeping: 5, due: 0, oldestDueAgeMs: 0 },
  });
  expect((await world.ask("GET", "/v1/functions")).body).toMatchObject({ data: [{ id: "app-sleeper", appId: "app" }] });
});

test("refuses functions it cannot run, by name, and keeps those it has", async () => {
  const client = new Inngest({ id: "app" });
  const refused = { id: "app-odd", triggers: [{ event: "x", expression: "event.data.x.matches('a+')" }], steps: {} };
  const answer = await world.ask("POST", "/fn/register", { appName: client.id, functions: [refused] });
  expect(answer.status).toBe(422);
  expect(JSON.stringify(answer.body)).toContain("app-odd.triggers.0");
  expect((await world.ask("GET", "/v1/functions")).body).toMatchObject({
    data: [{ id: "app-sleeper", archived: false }],
  });
});

test("moves its clock only where it may", async () => {
  expect(await world.ask("POST", "/clock", { advanceMinutes: -5 })).toMatchObject({ status: 400 });
  expect(await world.ask("POST", "/clock", { set: "2030-01-01T00:00:00Z", speed: 2 })).toMatchObject({
    status: 200,
    body: { now: expect.stringMatching(/^2030-01-01T00:00:0/), speed: 2 },
  });
});

test("a second runner waits for the first, answers 503 meanwhile, and then takes over", async () => {
  const second = await startRunner({ ...world.options, port: 0 });
  const health = async () => (await fetch(`${second.url}/health`)).status;
  expect(await health()).toBe(503);
  await world.runner().stop();
  await until("the second took over", async () => (await health()) === 200);
  await second.stop();
  await world.restart();
});

test("lives through the loss of its connections, and lost nothing", async () => {
  await world.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name like 'runner%' and datname = current_database()`,
  );
  await until("it noticed", () => world.logged.some(({ message }) => message.startsWith("lost the database")));
  await world.send("sleep");
  await world.idle();
  expect((await world.runs("app-sleeper")).length).toBe(6);
});
