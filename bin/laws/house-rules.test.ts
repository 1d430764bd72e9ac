import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectHouse } from "./house-rules.ts";
import { root, sourceFiles } from "./source-files.ts";

const files = sourceFiles().filter((file) => !file.startsWith("bin/laws/"));

test("the house keeps its rules of names, sizes and scopes", () => {
  const complaints = files.flatMap((file) => inspectHouse({ file, text: readFileSync(join(root, file), "utf8") }));
  expect(complaints).toEqual([]);
  expect(files.length).toBeGreaterThan(100);
});

test.each([
  ["folder utils/", "db/utils/money.ts", ""],
  ['file name with "helper"', "db/cart-helper.ts", ""],
  ['handleCart has "handle" in its name', "db/carts.ts", "export function handleCart() {}"],
  ['CartData has "data" in its name', "db/carts.ts", "export type CartData = 1;"],
  ['cartItems has "items" in its name', "db/carts.ts", "export const cartItems = 1;"],
  ["251 lines", "db/carts.ts", "x\n".repeat(251)],
  ["unfinished work", "db/carts.ts", "// TODO: later"],
  ["is no door", "app/page.tsx", 'import { withScope } from "#db/scope.ts";'],
  ["is no door", "app/page.tsx", 'import { withJobScope } from "#db/scope.ts";'],
  ["jobs take withJobScope", "inngest/send.ts", 'import { type Scope, withScope } from "#db/scope.ts";'],
  ["is no job", "auth/session.ts", 'import { withJobScope } from "#db/scope.ts";'],
])("complains: %s", (complaint, file, text) => {
  expect(inspectHouse({ file, text }).join()).toContain(complaint);
});

test.each([
  ["a line of a cart", "db/carts.ts", "export type LineItem = 1;"],
  ["a scope made at a door", "auth/session.ts", 'import { type Scope, withScope } from "#db/scope.ts";'],
  ["a job's own scope", "inngest/send.ts", 'import { type Scope, withJobScope } from "#db/scope.ts";'],
  ["any scope in a test of jobs", "inngest/send.db.test.ts", 'import { withScope } from "#db/scope.ts";'],
  ["a file up to the wall", "db/carts.ts", "x\n".repeat(250)],
])("lets pass %s", (_, file, text) => {
  expect(inspectHouse({ file, text })).toEqual([]);
});
