import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("makes each thing once, keeps no more than so many, and forgets no name for another", () => {
  const made: string[] = [];
  const get = remembered((...names) => {
    made.push(names.join("+"));
    return names;
  }, 2);
  expect([get("a", "b"), get("a", "b"), get("ab"), get("c"), get("a", "b")]).toEqual([
    ["a", "b"],
    ["a", "b"],
    ["ab"],
    ["c"],
    ["a", "b"],
  ]);
  expect(made).toEqual(["a+b", "ab", "c", "a+b"]);
});
