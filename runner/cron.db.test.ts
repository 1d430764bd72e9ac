import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startWorld, until, type World } from "./testing/world.ts";

let world: World;
let log: string[] = [];

beforeAll(async () => {
  world = await startWorld((client) => [
    client.createFunction({ id: "hourly", triggers: { cron: "0 * * * *" } }, ({ event }) => {
      log.push(`hourly ${String(Object(event.data).scheduledAt)}`);
    }),
    client.createFunction({ id: "riga", triggers: { cron: "TZ=Europe/Riga 30 9 * * *" } }, ({ event }) => {
      log.push(`riga ${String(Object(event.data).scheduledAt)}`);
    }),
  ]);
  await world.ask("POST", "/clock", { set: "2026-06-01T00:10:00Z" });
});
afterAll(() => world.stop());
beforeEach(() => {
  log = [];
});

test("fires at each tick of its zone", async () => {
  await world.advance(55);
  expect(log).toEqual(["hourly 2026-06-01T01:00:00.000Z"]);
  for (let hour = 0; hour < 6; hour++) await world.advance(60);
  expect(log.filter((line) => line.startsWith("riga"))).toEqual(["riga 2026-06-01T06:30:00.000Z"]);
  expect(log.filter((line) => line.startsWith("hourly"))).toHaveLength(7);
});

test("after a leap of the clock fires once, for the latest tick, and then as usual", async () => {
  await world.advance(3 * 24 * 60);
  expect(log).toHaveLength(2);
  expect(log).toContain("hourly 2026-06-04T07:00:00.000Z");
  log = [];
  await world.advance(60);
  expect(log).toEqual(["hourly 2026-06-04T08:00:00.000Z"]);
});

test("after downtime fires once, at once", async () => {
  await world.runner().stop();
  await world.database.query("update runner.clock set anchor_virtual = anchor_virtual + 36000000");
  await world.restart();
  await until("it fired", () => log.length > 0);
  await world.idle();
  expect(log.filter((line) => line.startsWith("hourly"))).toHaveLength(1);
});

test("a fast clock does not flood the app", async () => {
  const begun = Date.now();
  await world.ask("POST", "/clock", { speed: 100_000 });
  const hourly = () => log.filter((line) => line.startsWith("hourly")).length;
  await until("some ticks came", () => hourly() >= 3);
  await world.ask("POST", "/clock", { speed: 1 });
  await world.idle();
  // An hour is 36 ms long, yet however slow this machine is there is a quarter of a second between two.
  expect(hourly()).toBeLessThanOrEqual((Date.now() - begun) / 250 + 1);
});

test("keeps time over a restart, and setting the clock back brings the crons back", async () => {
  const [begun, before] = [Date.now(), world.runner().clock.now()];
  await world.restart();
  await world.runner().sync();
  expect(world.runner().clock.now()).toBeGreaterThanOrEqual(before);
  expect(world.runner().clock.now() - before).toBeLessThan(Date.now() - begun + 1_000);
  await world.ask("POST", "/clock", { set: "2026-01-01T00:59:00Z" });
  await world.advance(2);
  expect(log).toContain("hourly 2026-01-01T01:00:00.000Z");
});
