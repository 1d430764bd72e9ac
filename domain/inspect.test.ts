import { expect, test } from "vitest";
import { inspect } from "./inspect.ts";

test("x", () => {
  expect(typeof inspect).toBe("function");
});
