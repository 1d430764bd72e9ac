import type { FailureEventArgs } from "inngest";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "./testing/world.ts";

let world: World;
let log: string[] = [];
let broken = true;

beforeAll(async () => {
  world = await startWorld((client) => [
    client.createFunction(
      {
        id: "broken",
        triggers: { event: "broken" },
        retries: 1,
        onFailure: ({ error, event }: FailureEventArgs) =>
          void log.push(`onFailure ${error.message} ${event.data.event.data.n}`),
      },
      async ({ step, event }) => {
        await step.run("fine", () => void log.push("fine"));
        await step.run("breaks", () => {
          if (broken) throw new Error("no luck");
          log.push(`mended ${event.data.n}`);
        });
      },
    ),
    client.createFunction({ id: "watcher", triggers: { event: "inngest/function.finished" } }, ({ event }) => {
      log.push(`finished ${event.data.function_id} ${event.data._inngest.status}`);
    }),
    client.createFunction({ id: "mourner", triggers: { event: "inngest/function.cancelled" } }, ({ event }) => {
      log.push(`cancelled ${event.data.function_id}`);
    }),
    client.createFunction({ id: "slow", triggers: { event: "slow" }, timeouts: { finish: "1h" } }, async ({ step }) => {
      await step.sleep("too long", "2h");
    }),
    client.createFunction({ id: "odd", triggers: { event: "odd" } }, async ({ step }) => {
      await step.fetch("https://example.invalid/");
    }),
    client.createFunction({ id: "nul", triggers: { event: "nul" } }, async ({ step, event }) => {
      return await step.run("with \u0000 inside", () => `${event.data.text}\u0000\ud800`);
    }),
  ]);
});
afterAll(() => world.stop());
beforeEach(() => {
  log = [];
  broken = true;
});

test("a run that fails for good starts its onFailure, once, with the event", async () => {
  await world.send("broken", { n: 1 });
  await world.idle();
  await world.advance(1);
  expect(log).toEqual(expect.arrayContaining(["fine", "onFailure no luck 1", "finished app-broken Failed"]));
  expect(log.filter((line) => line.startsWith("onFailure"))).toHaveLength(1);
});

test("a failed run goes on when it is retried, without repeating what it had done", async () => {
  await world.send("broken", { n: 2 });
  await world.idle();
  await world.advance(1);
  const [run] = await world.runs("app-broken");
  broken = false;
  log = [];
  expect(await world.ask("POST", `/v1/runs/${run?.id}/retry`)).toMatchObject({ status: 202 });
  await world.idle();
  expect(log).toEqual(["mended 2", "finished app-broken Completed"]);
  expect(await world.ask("POST", `/v1/runs/${run?.id}/retry`)).toMatchObject({ status: 409 });
});

test("a run that takes longer than its finish timeout is cancelled", async () => {
  await world.send("slow");
  await world.idle();
  await world.advance(61);
  expect((await world.runs("app-slow"))[0]?.status).toBe("cancelled");
  expect(log).toEqual(expect.arrayContaining(["cancelled app-slow", "finished app-slow Cancelled"]));
});

test("a request cancels a run, and a second one is told that it is over", async () => {
  await world.send("slow");
  await world.idle();
  const [run] = await world.runs("app-slow");
  expect(await world.ask("DELETE", `/v1/runs/${run?.id}`)).toMatchObject({ status: 202 });
  await world.idle();
  expect((await world.runs("app-slow"))[0]?.status).toBe("cancelled");
  expect(await world.ask("DELETE", `/v1/runs/${run?.id}`)).toMatchObject({ status: 409 });
});

test("an operation that is not supported fails the run and names itself", async () => {
  await world.send("odd");
  await world.idle();
  const [run] = await world.runs("app-odd");
  expect(run).toMatchObject({ status: "failed", lastError: { name: "UnsupportedOperation" } });
  expect(run?.lastError?.message).toContain("Gateway");
});

test("texts with NUL and lone surrogates travel through events, step names and results", async () => {
  await world.send("nul", { text: "a\u0000b" });
  await world.idle();
  expect(await world.result("app-nul")).toBe("a\u0000b\u0000\ufffd");
});
