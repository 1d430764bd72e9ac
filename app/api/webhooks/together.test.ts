import { expect, test } from "vitest";
import { together } from "./together.ts";

test("works off together what comes at the same time, and gives each its own result", async () => {
  const batches: number[][] = [];
  const double = together(
    async (batch: number[]) => {
      batches.push(batch);
      return batch.map((one) => one * 2);
    },
    { most: 3, atOnce: 1 },
  );
  expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
  expect(await double(6)).toBe(12);
});

test("lets nobody fail for a neighbour", async () => {
  const refuseThree = together(
    async (batch: number[]) => {
      if (batch.includes(3)) throw new Error("three");
      return batch;
    },
    { most: 10, atOnce: 2 },
  );
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(refuseThree));
  expect(outcomes.map((one) => one.status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(await refuseThree(5)).toBe(5);
});
