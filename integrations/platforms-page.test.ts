import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { platformNames } from "#domain/shop-event.ts";
import { platforms } from "./platforms.ts";

const root = new URL("../", import.meta.url);
const page = readFileSync(new URL("docs/platforms.md", root), "utf8");
const rows = page.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));

it("names tests that there are", () => {
  const named = [...page.matchAll(/`([\w./-]+\.test\.ts)` › "([^"]+)"/g)];
  expect(named.length).toBeGreaterThan(35);
  const missing = named.filter(([, file = "", name = ""]) => {
    const path = new URL(file, root);
    return !existsSync(path) || !readFileSync(path, "utf8").includes(name);
  });
  expect(missing.map(([whole]) => whole)).toEqual([]);
});

it("has a row with abilities, a source of payloads and a signing library for every platform", () => {
  for (const name of platformNames) expect(rows.filter((row) => row[1] === name).length, name).toBeGreaterThan(2);
});

it("says no where a platform cannot, and only there", () => {
  for (const name of platformNames) {
    const [, , , , reconciles = "", , mints = "", registers = ""] = rows.find((row) => row[1] === name) ?? [];
    const { reconcile, mintCoupon, registerHooks } = platforms[name];
    const can = [reconcile, mintCoupon, registerHooks].map((ability) => ability !== undefined);
    expect(
      [reconciles, mints, registers].map((said) => !said.startsWith("no:")),
      name,
    ).toEqual(can);
  }
});
