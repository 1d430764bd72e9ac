import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startWorld, until, type World } from "./testing/world.ts";

let world: World;
let log: string[] = [];
let inside = 0;
let most = 0;
let gate: PromiseWithResolvers<void> | null = null;

async function busy(name: string): Promise<void> {
  inside += 1;
  most = Math.max(most, inside);
  log.push(name);
  await gate?.promise;
  inside -= 1;
}

beforeAll(async () => {
  world = await startWorld((client) => [
    client.createFunction(
      {
        id: "batch",
        triggers: { event: "batch" },
        batchEvents: { maxSize: 3, timeout: "60s", key: "event.data.shop" },
      },
      ({ events }) =>
        void log.push(
          events.map((each: { data: Record<string, unknown> }) => `${each.data.shop}${each.data.n}`).join(" "),
        ),
    ),
    client.createFunction(
      { id: "narrow", triggers: { event: "narrow" }, concurrency: { limit: 2 } },
      async ({ step, event }) => await step.run("busy", () => busy(String(event.data.n))),
    ),
    client.createFunction(
      {
        id: "keyed",
        triggers: { event: "keyed" },
        concurrency: [{ limit: 1, key: "event.data.tenant" }, { limit: 3 }],
      },
      async ({ step, event }) => await step.run("busy", () => busy(String(event.data.tenant))),
    ),
    client.createFunction(
      { id: "first", triggers: { event: "ranked" }, concurrency: { limit: 1 }, priority: { run: "event.data.rank" } },
      async ({ step, event }) => await step.run("busy", () => busy(`rank ${event.data.rank}`)),
    ),
    client.createFunction(
      {
        id: "throttled",
        triggers: { event: "throttled" },
        throttle: { limit: 2, period: "10m", key: "event.data.shop" },
      },
      ({ event }) => void log.push(`${event.data.shop}${event.data.n}`),
    ),
    client.createFunction(
      { id: "limited", triggers: { event: "limited" }, rateLimit: { limit: 2, period: "10m" } },
      ({ event }) => void log.push(`limited ${event.data.n}`),
    ),
    client.createFunction(
      {
        id: "debounced",
        triggers: { event: "debounced" },
        debounce: { period: "5m", key: "event.data.cart", timeout: "12m" },
      },
      ({ event }) => void log.push(`${event.data.cart}${event.data.n}`),
    ),
    client.createFunction(
      { id: "single", triggers: { event: "single" }, singleton: { key: "event.data.shop", mode: "skip" } },
      async ({ step, event }) => {
        await step.run("start", () => void log.push(`start ${event.data.shop}${event.data.n}`));
        await step.sleep("work", "1h");
      },
    ),
    client.createFunction(
      { id: "newest", triggers: { event: "newest" }, singleton: { mode: "cancel" } },
      async ({ step, event }) => {
        await step.sleep("work", "1h");
        log.push(`end ${event.data.n}`);
      },
    ),
    client.createFunction(
      { id: "once", triggers: { event: "once" }, idempotency: "event.data.order" },
      ({ event }) => void log.push(`order ${event.data.order}`),
    ),
    client.createFunction(
      { id: "late", triggers: { event: "late" }, timeouts: { start: "30m" }, throttle: { limit: 1, period: "1h" } },
      ({ event }) => void log.push(`late ${event.data.n}`),
    ),
  ]);
});
afterAll(() => world.stop());
beforeEach(() => {
  log = [];
  inside = 0;
  most = 0;
  gate = null;
});

const many = (name: string, list: Record<string, unknown>[]) => world.client.send(list.map((data) => ({ name, data })));

test("a batch starts when it is full, one per key, and an open one when its time is over", async () => {
  await many("batch", [
    { shop: "a", n: 1 },
    { shop: "b", n: 1 },
    { shop: "a", n: 2 },
    { shop: "a", n: 3 },
    { shop: "a", n: 4 },
  ]);
  await world.idle();
  expect(log).toEqual(["a1 a2 a3"]);
  await world.send("batch", { shop: "a", n: 5 });
  await world.advance(1);
  expect(log.sort()).toEqual(["a1 a2 a3", "a4 a5", "b1"]);
});

/** Until so many are inside and the others wait: nothing is asked of how fast one comes behind another. */
async function full(most: number, others: number): Promise<void> {
  await until(`${most} are in`, () => inside === most);
  await until("the others wait", async () => {
    const rows = await world.database.query("select 1 from runner.jobs where state = 'parked'");
    return rows.length === others;
  });
}

test("no more calls are in flight than the concurrency allows, and all come to their turn", async () => {
  gate = Promise.withResolvers();
  await many(
    "narrow",
    Array.from({ length: 9 }, (_, n) => ({ n })),
  );
  await full(2, 7);
  gate.resolve();
  await world.idle();
  expect(most).toBe(2);
  expect(log).toHaveLength(9);
});

test("concurrency by key holds back its own key only, and the wider limit holds back all", async () => {
  gate = Promise.withResolvers();
  await many(
    "keyed",
    [..."aaabbbcccddd"].map((tenant) => ({ tenant })),
  );
  await full(3, 9);
  expect(new Set(log).size).toBe(3);
  gate.resolve();
  await world.idle();
  expect(most).toBe(3);
  expect(log).toHaveLength(12);
});

test("of those that wait, the one with the higher priority goes first", async () => {
  gate = Promise.withResolvers();
  await world.send("ranked", { rank: 0 });
  await full(1, 0);
  await many("ranked", [{ rank: 1 }, { rank: 100 }, { rank: 500 }, { rank: 50 }]);
  await full(1, 4);
  gate.resolve();
  await world.idle();
  expect(log).toEqual(["rank 0", "rank 500", "rank 100", "rank 50", "rank 1"]);
});

test("a throttle lets the limit start at once and the rest one after the other, in order, by key", async () => {
  await many(
    "throttled",
    [..."aaaab"].map((shop, n) => ({ shop, n })),
  );
  await world.idle();
  expect([...log].sort()).toEqual(["a0", "a1", "b4"]);
  await world.advance(5);
  expect(log.slice(3)).toEqual(["a2"]);
  await world.advance(5);
  expect(log.slice(3)).toEqual(["a2", "a3"]);
});

test("a rate limit drops what is too much", async () => {
  await many("limited", [{ n: 1 }, { n: 2 }, { n: 3 }]);
  await world.advance(5);
  await many("limited", [{ n: 4 }, { n: 5 }]);
  await world.advance(60);
  expect(log).toEqual(["limited 1", "limited 4"]);
});

test("a debounce waits for quiet, takes the last event, and waits no longer than its timeout", async () => {
  await world.send("debounced", { cart: "a", n: 1 });
  await world.send("debounced", { cart: "b", n: 1 });
  await world.advance(4);
  await world.send("debounced", { cart: "a", n: 2 });
  await world.advance(4);
  expect(log).toEqual(["b1"]);
  await world.send("debounced", { cart: "a", n: 3 });
  await world.advance(3);
  expect(log).toEqual(["b1"]);
  await world.send("debounced", { cart: "a", n: 4 });
  await world.advance(1);
  expect(log).toEqual(["b1", "a4"]);
  await world.advance(60);
  expect(log).toEqual(["b1", "a4"]);
});

test("a singleton skips newcomers of its key while one goes on", async () => {
  await many("single", [
    { shop: "a", n: 1 },
    { shop: "a", n: 2 },
    { shop: "b", n: 3 },
  ]);
  await world.idle();
  expect(log.sort()).toEqual(["start a1", "start b3"]);
  await world.advance(60);
  await world.send("single", { shop: "a", n: 4 });
  await world.idle();
  expect(log).toContain("start a4");
});

test("a cancelling singleton lets only the newest end", async () => {
  for (const n of [1, 2, 3]) await world.send("newest", { n });
  await world.idle();
  await world.advance(60);
  expect(log).toEqual(["end 3"]);
});

test("an idempotency key starts the function once a day", async () => {
  await many("once", [{ order: 1 }, { order: 1 }, { order: 2 }]);
  await world.idle();
  expect(log.sort()).toEqual(["order 1", "order 2"]);
  await world.advance(24 * 60 + 1);
  await world.send("once", { order: 1 });
  await world.idle();
  expect(log).toHaveLength(3);
});

test("a run that does not start in time is cancelled", async () => {
  await many("late", [{ n: 1 }, { n: 2 }]);
  await world.advance(120);
  expect(log).toEqual(["late 1"]);
  expect((await world.runs("app-late")).map(({ status }) => status)).toEqual(["cancelled", "completed"]);
});
