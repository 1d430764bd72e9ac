import { expect, test } from "vitest";
import { createShutdown } from "./shutdown.ts";

test("stops what was started last first, and only once however often it is asked", async () => {
  const order: string[] = [];
  const shutdown = createShutdown();
  for (const name of ["postgres", "runner", "web"]) shutdown.add(async () => void order.push(name));
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(order).toEqual(["web", "runner", "postgres"]);
  expect(shutdown.signal.aborted).toBe(true);
});

test("stops at once what comes up after the end has begun", async () => {
  const order: string[] = [];
  const shutdown = createShutdown();
  await shutdown.run();
  shutdown.add(() => void order.push("late"));
  await shutdown.run();
  expect(order).toEqual(["late"]);
});
