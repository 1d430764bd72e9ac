import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../laws/source-files.ts";
import { LONGEST } from "./longest-first.ts";

test("names as long only tests that there are", () => {
  expect(LONGEST.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
