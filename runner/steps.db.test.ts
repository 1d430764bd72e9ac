import { NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "./testing/world.ts";

let world: World;
let log: string[] = [];
let failures = 0;
const step5 = [0, 1, 2, 3, 4];

beforeAll(async () => {
  world = await startWorld((client) => [
    client.createFunction({ id: "five", triggers: { event: "five" } }, async ({ step, event }) => {
      for (const position of step5) await step.run(`step ${position}`, () => void log.push(`${position}`));
      return `done ${event.data.name}`;
    }),
    client.createFunction({ id: "plain", triggers: { event: "plain" }, checkpointing: false }, async ({ step }) => {
      for (const position of step5) await step.run(`step ${position}`, () => void log.push(`${position}`));
      return "done";
    }),
    client.createFunction({ id: "sleeper", triggers: { event: "sleeper" } }, async ({ step, event }) => {
      await step.run("before", () => void log.push("before"));
      await step.sleep("a while", "2h");
      await step.run("between", () => void log.push("between"));
      await step.sleepUntil("then", event.data.until);
      log.push("after");
    }),
    client.createFunction({ id: "parallel", triggers: { event: "parallel" } }, async ({ step }) => {
      const results = await Promise.all([
        step.run("a", () => "a"),
        step.run("b", () => "b"),
        step.sleep("c", "5m"),
        step.run("d", () => "d"),
      ]);
      return await step.run("after", () => results);
    }),
    client.createFunction({ id: "race", triggers: { event: "race" } }, async ({ step, group }) => {
      const winner = await group.parallel(async () =>
        Promise.race([step.sleep("slow", "10d").then(() => "slow"), step.run("fast", () => "fast")]),
      );
      return await step.run("after", () => {
        log.push(`after ${winner}`);
        return winner;
      });
    }),
    client.createFunction({ id: "sender", triggers: { event: "sender" } }, async ({ step }) => {
      const { ids } = await step.sendEvent("tell", [
        { name: "told", data: { n: 1 } },
        { name: "told", data: { n: 2 } },
      ]);
      return ids.length;
    }),
    client.createFunction(
      { id: "told", triggers: { event: "told" } },
      async ({ event }) => void log.push(`told ${event.data.n}`),
    ),
    client.createFunction({ id: "flaky", triggers: { event: "flaky" }, retries: 2 }, async ({ step, attempt }) => {
      await step.run("fine", () => "fine");
      return await step.run("flaky", () => {
        log.push(`attempt ${attempt}`);
        if (failures-- > 0) throw new Error("not yet");
        return "at last";
      });
    }),
    client.createFunction({ id: "catcher", triggers: { event: "catcher" }, retries: 1 }, async ({ step }) => {
      try {
        await step.run("fails", () => {
          throw new TypeError("never");
        });
      } catch (error) {
        return await step.run("saves", () => `saved from ${error instanceof Error ? error.message : ""}`);
      }
    }),
    client.createFunction({ id: "final", triggers: { event: "final" } }, async ({ step }) => {
      await step.run("fails", () => {
        throw new NonRetriableError("no use");
      });
    }),
    client.createFunction({ id: "later", triggers: { event: "later" } }, async () => {
      log.push("later");
      if (failures-- > 0) throw new RetryAfterError("busy", "2h");
      return "free";
    }),
  ]);
});
afterAll(() => world.stop());
beforeEach(() => {
  log = [];
  failures = 0;
  world.app.calls.length = 0;
});

test("runs five steps in one call, each once, with non-ASCII event data, when checkpointing", async () => {
  await world.send("five", { name: "żółw ✓" });
  await world.idle();
  expect(await world.result("app-five")).toBe("done żółw ✓");
  expect(log).toEqual(["0", "1", "2", "3", "4"]);
  expect(world.app.calls).toHaveLength(1);
});

test("runs five steps in six calls without checkpointing", async () => {
  await world.send("plain");
  await world.idle();
  expect(await world.result("app-plain")).toBe("done");
  expect(log).toEqual(["0", "1", "2", "3", "4"]);
  expect(world.app.calls).toHaveLength(6);
});

test("sleeps for a span and until a date of the runner's clock, and not a minute less", async () => {
  const until = new Date(world.runner().clock.now() + 24 * 3_600_000).toISOString();
  await world.send("sleeper", { until });
  await world.idle();
  await world.advance(119);
  expect(log).toEqual(["before"]);
  await world.advance(1);
  expect(log).toEqual(["before", "between"]);
  await world.advance(21 * 60);
  expect(log).toEqual(["before", "between"]);
  await world.advance(61);
  expect(log).toEqual(["before", "between", "after"]);
});

test("runs parallel steps once each and goes on when the last is done", async () => {
  await world.send("parallel");
  await world.idle();
  expect((await world.runs("app-parallel"))[0]).toMatchObject({ status: "running", waitsFor: { kind: "sleep" } });
  await world.advance(5);
  expect(await world.result("app-parallel")).toEqual(["a", "b", null, "d"]);
  expect(world.app.calls).toHaveLength(5);
});

test("goes on with the winner of a race while the loser is outstanding", async () => {
  await world.send("race");
  await world.idle();
  expect(log).toEqual(["after fast"]);
  await world.advance(10 * 24 * 60);
  expect(await world.result("app-race")).toBe("fast");
  expect(log).toEqual(["after fast"]);
});

test("sends events from a step, and they start functions", async () => {
  await world.send("sender");
  await world.idle();
  expect(await world.result("app-sender")).toBe(2);
  expect(log.sort()).toEqual(["told 1", "told 2"]);
});

test("tries a failing step again after the backoff, and only that step", async () => {
  failures = 2;
  await world.send("flaky");
  await world.idle();
  expect(log).toEqual(["attempt 0"]);
  expect((await world.runs("app-flaky"))[0]).toMatchObject({ status: "running", lastError: { message: "not yet" } });
  await world.advance(1);
  await world.advance(1);
  expect(log).toEqual(["attempt 0", "attempt 1", "attempt 2"]);
  expect(await world.result("app-flaky")).toBe("at last");
});

test("gives a step that failed for good to the function, which may catch it", async () => {
  await world.send("catcher");
  await world.idle();
  await world.advance(1);
  expect(await world.result("app-catcher")).toBe("saved from never");
});

test("does not retry what is marked as not retriable", async () => {
  await world.send("final");
  await world.idle();
  expect((await world.runs("app-final"))[0]).toMatchObject({ status: "failed", lastError: { message: "no use" } });
});

test("tries again when the function says, not earlier", async () => {
  failures = 1;
  await world.send("later");
  await world.idle();
  await world.advance(119);
  expect(log).toEqual(["later"]);
  await world.advance(2);
  expect(await world.result("app-later")).toBe("free");
});
