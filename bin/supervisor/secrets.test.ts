import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { loadSecrets } from "./secrets.ts";

const home = temporaryFolder();

function folder(name: string): string {
  const path = join(home, name);
  mkdirSync(path);
  return path;
}

test("makes secrets once, keeps them, and lets nobody else read them", () => {
  const place = folder("one");
  const first = loadSecrets(place);
  expect(loadSecrets(place)).toEqual(first);
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  expect(statSync(join(place, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("never makes the same secret twice", () => {
  expect(loadSecrets(folder("two")).LINK_SECRET).not.toBe(loadSecrets(folder("three")).LINK_SECRET);
});

test("adds secrets that a newer version needs, and closes a file that was left open", () => {
  const place = folder("four");
  const file = join(place, "secrets.json");
  writeFileSync(file, JSON.stringify({ LINK_SECRET: "kept" }));
  chmodSync(file, 0o644);
  expect(loadSecrets(place)).toMatchObject({ LINK_SECRET: "kept", NEXTAUTH_SECRET: expect.stringMatching(/.{32}/) });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("refuses a damaged file instead of making new secrets", () => {
  const place = folder("five");
  writeFileSync(join(place, "secrets.json"), '{"LINK_SE');
  expect(() => loadSecrets(place)).toThrow(/secrets.json is damaged: restore it/);
});
