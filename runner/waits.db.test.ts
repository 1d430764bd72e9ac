import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "./testing/world.ts";

let world: World;
let log: string[] = [];

beforeAll(async () => {
  world = await startWorld((client) => {
    const child = client.createFunction(
      { id: "child", triggers: { event: "child" }, retries: 0 },
      async ({ step, event }) => {
        await step.sleep("a while", "1h");
        if (event.data.fails) throw new Error("child broke");
        return { got: event.data.n };
      },
    );
    return [
      child,
      client.createFunction({ id: "waiter", triggers: { event: "waiter" } }, async ({ step }) => {
        const found = await step.waitForEvent("the answer", { event: "answer", match: "data.id", timeout: "1d" });
        log.push(found === null ? "timed out" : `answered ${found.data.value}`);
      }),
      client.createFunction({ id: "picky", triggers: { event: "picky" } }, async ({ step }) => {
        const found = await step.waitForEvent("the answer", {
          event: "answer",
          if: "event.data.id == async.data.id && async.data.value > 10",
          timeout: "1d",
        });
        log.push(`picked ${found?.data.value}`);
      }),
      client.createFunction({ id: "sibling", triggers: { event: "sibling" } }, async ({ step }) => {
        const [found] = await Promise.all([
          step.waitForEvent("echo", { event: "echo", timeout: "1h" }),
          step.sendEvent("shout", { name: "echo", data: { loud: true } }),
        ]);
        return found?.data.loud;
      }),
      client.createFunction({ id: "invoker", triggers: { event: "invoker" }, retries: 0 }, async ({ step, event }) => {
        return await step.invoke("call", { function: child, data: { n: event.data.n, fails: event.data.fails } });
      }),
      client.createFunction({ id: "impatient", triggers: { event: "impatient" }, retries: 0 }, async ({ step }) => {
        return await step.invoke("call", { function: child, data: { n: 1 }, timeout: "10m" });
      }),
      client.createFunction({ id: "signalled", triggers: { event: "signalled" } }, async ({ step }) => {
        return await step.waitForSignal("go", { signal: "go/1", timeout: "1d" });
      }),
      client.createFunction({ id: "signaller", triggers: { event: "signaller" } }, async ({ step }) => {
        await step.sendSignal("tell", { signal: "go/1", data: { colour: "green" } });
      }),
      client.createFunction(
        {
          id: "cancellable",
          triggers: { event: "cart" },
          cancelOn: [
            { event: "bought", match: "data.cart" },
            { event: "closed", if: "async.data.all == true", timeout: "1h" },
          ],
        },
        async ({ step, event }) => {
          await step.sleep("quiet", "3d");
          await step.run("mail", () => void log.push(`mail ${event.data.cart}`));
        },
      ),
    ];
  });
});
afterAll(() => world.stop());
beforeEach(() => {
  log = [];
});

test("a wait takes the first event that matches, and no other", async () => {
  await world.send("waiter", { id: 7 });
  await world.idle();
  await world.send("answer", { id: 8, value: "wrong" });
  await world.send("answer", { id: 7, value: "right" });
  await world.send("answer", { id: 7, value: "too late" });
  await world.idle();
  expect(log).toEqual(["answered right"]);
});

test("a wait ends with null when its time is over, and an event after that does nothing", async () => {
  await world.send("waiter", { id: 9 });
  await world.idle();
  await world.advance(24 * 60);
  await world.send("answer", { id: 9, value: "late" });
  await world.idle();
  expect(log).toEqual(["timed out"]);
});

test("a wait does not look back at events that came before it", async () => {
  await world.send("answer", { id: 10, value: "early" });
  await world.send("waiter", { id: 10 });
  await world.idle();
  expect(log).toEqual([]);
  await world.send("answer", { id: 10, value: "now" });
  await world.idle();
  expect(log).toEqual(["answered now"]);
});

test("a condition may hold more than the equality by which pauses are found", async () => {
  await world.send("picky", { id: 11 });
  await world.idle();
  await world.send("answer", { id: 11, value: 5 });
  await world.idle();
  expect(log).toEqual([]);
  await world.send("answer", { id: 11, value: 50 });
  await world.idle();
  expect(log).toEqual(["picked 50"]);
});

test("a wait does not miss the event that its own sibling sends", async () => {
  await world.send("sibling");
  await world.idle();
  expect(await world.result("app-sibling")).toBe(true);
});

test("invoke gives the other function's output, or its error", async () => {
  await world.send("invoker", { n: 3 });
  await world.idle();
  await world.advance(61);
  expect(await world.result("app-invoker")).toEqual({ got: 3 });
  await world.send("invoker", { n: 4, fails: true });
  await world.idle();
  await world.advance(61);
  const [failed] = await world.runs("app-invoker");
  expect(failed).toMatchObject({ status: "failed", lastError: { message: "child broke" } });
});

test("invoke fails when the other function takes longer than its timeout", async () => {
  await world.send("impatient");
  await world.idle();
  await world.advance(10);
  expect((await world.runs("app-impatient"))[0]).toMatchObject({ status: "failed" });
  await world.advance(60);
});

test("a signal reaches the one that waits for it", async () => {
  await world.send("signaller");
  await world.idle();
  await world.send("signalled");
  await world.idle();
  await world.send("signaller");
  await world.idle();
  expect(await world.result("app-signalled")).toEqual({ signal: "go/1", data: { colour: "green" } });
});

test("an event cancels the runs that it matches, and leaves nothing of them behind", async () => {
  await world.send("cart", { cart: "c1" });
  await world.send("cart", { cart: "c2" });
  await world.idle();
  await world.send("bought", { cart: "c1" });
  await world.idle();
  await world.advance(3 * 24 * 60);
  expect(log).toEqual(["mail c2"]);
  const runs = await world.runs("app-cancellable");
  expect(runs.map(({ status }) => status).sort()).toEqual(["cancelled", "completed"]);
  expect(await world.database.query("select 1 from runner.jobs")).toEqual([]);
  expect(await world.database.query("select 1 from runner.pauses")).toEqual([]);
});

test("an event cancels a run that comes right before it in the same send", async () => {
  await world.client.send([
    { name: "bought", data: { cart: "c3" } },
    { name: "cart", data: { cart: "c3" } },
    { name: "cart", data: { cart: "c4" } },
    { name: "bought", data: { cart: "c4" } },
  ]);
  await world.idle();
  await world.advance(3 * 24 * 60);
  expect(log).toEqual(["mail c3"]);
});

test("an event does not cancel once the rule's own timeout is over", async () => {
  await world.send("cart", { cart: "c5" });
  await world.idle();
  await world.advance(61);
  await world.send("closed", { all: true });
  await world.idle();
  await world.advance(3 * 24 * 60);
  expect(log).toEqual(["mail c5"]);
});
