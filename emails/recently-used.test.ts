import { expect, test } from "vitest";
import { recentlyUsed } from "./recently-used.ts";

test("forgets what was unused for longest, and keeps what was used since", async () => {
  const made: string[] = [];
  const cache = recentlyUsed<string>(2);
  const get = (key: string) =>
    cache.get(key, async () => {
      made.push(key);
      return key;
    });
  for (const key of ["a", "b", "a", "c", "a", "b"]) expect(await get(key)).toBe(key);
  expect(made).toEqual(["a", "b", "c", "b"]);
});

test("makes anew what failed", async () => {
  const cache = recentlyUsed<number>(2);
  await expect(cache.get("a", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await cache.get("a", async () => 1)).toBe(1);
});
