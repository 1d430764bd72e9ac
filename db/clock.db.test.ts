import { afterAll, expect, test, vi } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { clockOffset, currentTime, moveClock, readClock } from "./clock.ts";
import { closeConnections, connectTo } from "./connections.ts";

const database = await createTestDatabase();
await connectTo(database);
afterAll(async () => {
  vi.unstubAllEnvs();
  await closeConnections();
  await database.drop();
});

const day = 86_400_000;

test("the clock is the real one until somebody moves it, and then ahead by what it was moved", async () => {
  expect(Math.abs(await clockOffset())).toBeLessThan(1_000);
  await moveClock({ advanceMinutes: 10 * 24 * 60 });
  const offset = await clockOffset();
  expect(Math.abs(offset - 10 * day)).toBeLessThan(1_000);
  expect(Math.abs((await currentTime()).getTime() - Date.now() - offset)).toBeLessThan(1_000);
});

test("the clock can be set to an instant and stays at its speed", async () => {
  const newYear = new Date("2030-01-01T00:00:00Z");
  const { now, speed } = await moveClock({ set: newYear, speed: 60 });
  expect(speed).toBe(60);
  expect(now.getTime() - newYear.getTime()).toBeLessThan(60_000);
  expect((await moveClock({ advanceMinutes: 1 })).speed).toBe(60);
  expect((await readClock()).now > now).toBe(true);
});

test("in production the clock is the real one, whatever was stored, and nobody moves it", async () => {
  await moveClock({ advanceMinutes: 10_000 });
  vi.stubEnv("APP_MODE", "production");
  vi.resetModules();
  const production = await import("./clock.ts");
  expect(await production.clockOffset()).toBe(0);
  expect(Math.abs((await production.currentTime()).getTime() - Date.now())).toBeLessThan(1_000);
  await expect(production.moveClock({ advanceMinutes: 1 })).rejects.toThrow("demo and test mode only");
});
