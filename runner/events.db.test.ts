import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "./testing/world.ts";

let world: World;
let log: string[] = [];

beforeAll(async () => {
  world = await startWorld((client) => [
    client.createFunction(
      { id: "seen", triggers: { event: "shop/seen" } },
      ({ event }) => void log.push(`seen ${event.data.n}`),
    ),
    client.createFunction(
      { id: "all", triggers: { event: "shop/*" } },
      ({ event }) => void log.push(`all ${event.name}`),
    ),
    client.createFunction(
      { id: "big", triggers: { event: "shop/cart", if: "event.data.total > 100 && event.data.missing == null" } },
      ({ event }) => void log.push(`big ${event.data.total}`),
    ),
    client.createFunction({ id: "echo", triggers: { event: "echo" } }, ({ event }) => event),
    client.createFunction({ id: "bulk", triggers: { event: "bulk" } }, async ({ step }) => {
      const text = await step.run("large", () => "x".repeat(3_000_000));
      const more = await step.run("larger", () => "y".repeat(2_000_000));
      await step.sleep("then", "1m");
      return text.length + more.length;
    }),
  ]);
});
afterAll(() => world.stop());
beforeEach(() => {
  log = [];
});

const post = async (body: unknown, headers: Record<string, string> = {}, key = "test-event-key") => {
  const response = await fetch(`${world.runner().url}/e/${key}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  const answer: { ids: string[]; status: number; error?: string } = JSON.parse(await response.text());
  return { code: response.status, ...answer };
};

test("starts every function that listens, by name, by wildcard and by condition", async () => {
  await world.client.send([
    { name: "shop/seen", data: { n: 1 } },
    { name: "shop/cart", data: { total: 99 } },
    { name: "shop/cart", data: { total: 101 } },
  ]);
  await world.idle();
  expect(log.sort()).toEqual(["all shop/cart", "all shop/cart", "all shop/seen", "big 101", "seen 1"]);
});

test("takes one event or a list, and answers with their ids", async () => {
  expect((await post({ name: "nobody/listens" })).ids).toHaveLength(1);
  expect((await post([{ name: "nobody/listens" }, { name: "nobody/listens" }])).ids).toHaveLength(2);
});

test("an id given by the sender starts each function once", async () => {
  await world.send("shop/seen", { n: 2 }, { id: "same" });
  await world.send("shop/seen", { n: 3 }, { id: "same" });
  await world.idle();
  expect(log.sort()).toEqual(["all shop/seen", "seen 2"]);
});

test("a repeated send with the same seed gets the same ids and starts nothing", async () => {
  const seed = { "x-inngest-event-id-seed": `${Date.now()},${Buffer.from("0123456789").toString("base64")}` };
  const first = await post(
    [
      { name: "shop/seen", data: { n: 4 } },
      { name: "shop/seen", data: { n: 5 } },
    ],
    seed,
  );
  const second = await post(
    [
      { name: "shop/seen", data: { n: 4 } },
      { name: "shop/seen", data: { n: 5 } },
    ],
    seed,
  );
  expect(second.ids).toEqual(first.ids);
  await world.idle();
  expect(log.filter((line) => line.startsWith("seen")).sort()).toEqual(["seen 4", "seen 5"]);
});

test("an event of the future starts its runs then", async () => {
  await world.send("shop/seen", { n: 6 }, { ts: world.runner().clock.now() + 3_600_000 });
  await world.idle();
  expect(log).toEqual([]);
  await world.advance(61);
  expect(log.sort()).toEqual(["all shop/seen", "seen 6"]);
});

test("starts at once what is stamped with real time, also when the clock was set back", async () => {
  await world.ask("POST", "/clock", { set: "2020-01-01T00:00:00Z" });
  await world.send("shop/seen", { n: 7 });
  await world.idle();
  expect(log).toContain("seen 7");
  await world.ask("POST", "/clock", { set: new Date().toISOString() });
});

test("refuses reserved names, wrong keys and malformed events, and strips routing from data", async () => {
  expect(await post({ name: "inngest/function.invoked" })).toMatchObject({ code: 400, ids: [], status: 400 });
  expect(await post({ name: "a" }, {}, "wrong")).toMatchObject({ code: 401, error: "Event key not found" });
  expect(await post([{ nome: "a" }])).toMatchObject({ code: 400 });
  expect(await post({ name: "a", ts: 12 })).toMatchObject({ code: 400 });
  await post({ name: "echo", data: { _inngest: { fn_id: "app-seen" }, kept: true } });
  await world.idle();
  expect(await world.result("app-echo")).toMatchObject({ data: { kept: true }, user: {} });
  expect(log).toEqual([]);
});

test("a state too large for one request is fetched by the SDK", async () => {
  await world.send("bulk");
  await world.idle();
  await world.advance(1);
  expect(await world.result("app-bulk")).toBe(5_000_000);
});
