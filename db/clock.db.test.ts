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

const minute = 60_000;
const day = 24 * 60 * minute;

test("the clock is the real one until somebody moves it, and then ahead by what it was moved", async () => {
  expect(Math.abs(await clockOffset())).toBeLessThan(minute);
  await moveClock({ advanceMinutes: 10 * 24 * 60 });
  const offset = await clockOffset();
  expect(Math.abs(offset - 10 * day)).toBeLessThan(minute);
  expect(Math.abs((await currentTime()).getTime() - Date.now() - offset)).toBeLessThan(minute);
});

test("the clock can be set to an instant and stays at its speed", async () => {
  const newYear = new Date("2030-01-01T00:00:00Z");
  const { now, speed } = await moveClock({ set: newYear, speed: 60 });
  expect(speed).toBe(60);
  expect(now.getTime() - newYear.getTime()).toBeLessThan(60 * minute);
  expect((await moveClock({ advanceMinutes: 1 })).speed).toBe(60);
  expect((await readClock()).now > now).toBe(true);
});

test("in production the clock is the real one, whatever was stored, and nobody moves it", async () => {
  await moveClock({ advanceMinutes: 10_000 });
  vi.stubEnv("APP_MODE", "production");
  vi.resetModules();
  const production = await import("./clock.ts");
  expect(await production.clockOffset()).toBe(0);
  expect(Math.abs((await production.currentTime()).getTime() - Date.now())).toBeLessThan(minute);
  await expect(production.moveClock({ advanceMinutes: 1 })).rejects.toThrow("demo and test mode only");
});
