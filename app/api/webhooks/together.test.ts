import { expect, test } from "vitest";
import { Full, together } from "./together.ts";

const wide = { most: 10, atOnce: 2, mostHeld: 100, mostBytes: 100, bytesOf: () => 0 };

test("works off together what comes at the same time, and gives each its own result", async () => {
  const batches: number[][] = [];
  const double = together(
    async (batch: number[]) => {
      batches.push(batch);
      return batch.map((one) => one * 2);
    },
    { ...wide, most: 3, atOnce: 1 },
  );
  expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
  expect(await double(6)).toBe(12);
});

test("lets nobody fail for a neighbour", async () => {
  const refuseThree = together(async (batch: number[]) => {
    if (batch.includes(3)) throw new Error("three");
    return batch;
  }, wide);
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(refuseThree));
  expect(outcomes.map((one) => one.status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(await refuseThree(5)).toBe(5);
});

test("does not try again one by one what failed for all", async () => {
  let tries = 0;
  const broken = together<number, number>(
    async () => {
      tries += 1;
      throw new Error("no database");
    },
    { ...wide, isOfOne: () => false },
  );
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(broken));
  expect(outcomes.map((one) => one.status)).toEqual(Array(4).fill("rejected"));
  expect(tries).toBe(1);
});

test.each([
  ["in count", { mostHeld: 2 }],
  ["in bytes", { mostBytes: 20, bytesOf: () => 10 }],
])("refuses what goes beyond its bounds %s, until there is room again", async (_, bounds) => {
  let go = () => {};
  const going = new Promise<void>((resolve) => {
    go = resolve;
  });
  const slow = together(
    async (batch: number[]) => {
      await going;
      return batch;
    },
    { ...wide, ...bounds },
  );
  const taken = [slow(1), slow(2)];
  await expect(slow(3)).rejects.toBeInstanceOf(Full);
  go();
  expect(await Promise.all(taken)).toEqual([1, 2]);
  expect(await slow(4)).toBe(4);
});

test("gathers what comes while it rests, and cuts a batch at its bytes", async () => {
  const batches: number[][] = [];
  const gather = together(
    async (batch: number[]) => {
      batches.push(batch);
      return batch;
    },
    { ...wide, atOnce: 1, restMs: 20, bytesOf: (one) => one, mostBatchBytes: 10 },
  );
  await gather(1);
  await Promise.all([2, 3, 4, 5, 12, 1].map(gather));
  expect(batches).toEqual([[1], [2, 3, 4], [5], [12], [1]]);
});
