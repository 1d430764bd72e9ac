import { Inngest, NonRetriableError } from "inngest";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type RunningRunner, startRunner } from "#runner/start.ts";
import { openApp, type TestApp } from "#runner/testing/app.ts";
import { createTestDatabase, type TestDatabase } from "#runner/testing/database.ts";
import { type RunnerAnswer, type RunnerClient, runnerClient, runnerIsUp } from "./runner-client.ts";

const signingKey = `signkey-test-${"5a".repeat(32)}`;
let broken = true;
let database: TestDatabase;
let app: TestApp;
let runner: RunningRunner;
let client: RunnerClient;
let inngest: Inngest;

beforeAll(async () => {
  database = await createTestDatabase();
  const silent = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
  inngest = new Inngest({ id: "shop", isDev: true, eventKey: "key", logger: silent });
  const fails = inngest.createFunction({ id: "fails", triggers: [{ event: "shop/failed" }] }, async ({ step }) => {
    await step.run("first", () => "done");
    if (broken) throw new NonRetriableError("out of order");
    return "mended";
  });
  const sleeps = inngest.createFunction({ id: "sleeps", triggers: [{ event: "shop/slept" }] }, async ({ step }) => {
    await step.sleep("a-day", "1d");
  });
  app = await openApp();
  app.serve(inngest, [fails, sleeps]);
  runner = await startRunner({
    databaseUrl: database.url,
    port: 0,
    appUrl: app.url,
    signingKey,
    eventKey: "key",
    virtualClock: true,
    log: () => {},
  });
  await runner.sync();
  client = runnerClient({ baseUrl: runner.url, signingKey });
});

afterAll(async () => {
  await runner?.stop();
  await app?.stop();
  await database?.drop();
});

function value<T>(answer: RunnerAnswer<T>): T {
  if (answer.kind !== "ok") throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function happens(name: string) {
  const body = JSON.stringify([{ name, data: {} }]);
  await fetch(`${runner.url}/e/key`, { method: "POST", headers: { "content-type": "application/json" }, body });
}

const runOf = async (event: string) => value(await client.listRuns()).runs.find((run) => run.event === event);

it("shows a failed run of the real runner with its cause, and mends it by a retry", async () => {
  await happens("shop/failed");
  await vi.waitFor(async () => expect(await runOf("shop/failed")).toMatchObject({ status: "failed" }), 10_000);
  const failed = await runOf("shop/failed");
  expect(failed?.lastError).toMatchObject({ message: "out of order" });
  const detail = value(await client.getRun(failed?.id ?? ""));
  expect(detail.steps).toMatchObject([{ name: "first", status: "completed" }]);
  broken = false;
  expect(await client.retryRun(detail.id)).toEqual({ kind: "ok", value: null });
  await vi.waitFor(async () => expect(await runOf("shop/failed")).toMatchObject({ status: "completed" }), 10_000);
});

it("shows what sleeps, moves the clock and cancels", async () => {
  await happens("shop/slept");
  await vi.waitFor(async () => expect((await runOf("shop/slept"))?.waitsFor?.kind).toBe("sleep"), 10_000);
  expect(value(await client.getQueue())).toMatchObject({ sleeping: 1, oldestDueAgeMs: expect.any(Number) });
  const before = value(await client.getClock()).now;
  const after = value(await client.moveClock({ advanceMinutes: 60 })).now;
  expect(after.getTime() - before.getTime()).toBeGreaterThanOrEqual(3_600_000);
  const id = (await runOf("shop/slept"))?.id ?? "";
  expect(await client.cancelRun(id)).toEqual({ kind: "ok", value: null });
  await vi.waitFor(async () => expect(await runOf("shop/slept")).toMatchObject({ status: "cancelled" }), 10_000);
  expect(await client.cancelRun(id)).toMatchObject({ kind: "refused", status: 409 });
});

it("lists the functions, knows nothing of other runs, and is refused without the key", async () => {
  expect(value(await client.listFunctions()).map((one) => one.id)).toEqual(["shop-fails", "shop-sleeps"]);
  expect(await client.getRun("none")).toEqual({ kind: "refused", status: 404, message: "no such run" });
  const stranger = runnerClient({ baseUrl: runner.url, signingKey: `signkey-test-${"00".repeat(32)}` });
  expect(await stranger.getQueue()).toMatchObject({ kind: "refused", status: 401 });
  expect(await runnerIsUp(runner.url)).toBe(true);
});
