import { expect, test } from "vitest";
import { newKeyValues, requestOf } from "./key-values.ts";

const now = new Date("2026-03-01T10:00:00Z");

test("a key ends as many days on as was chosen, or never", () => {
  expect(requestOf(newKeyValues("test"), now).expiresAt).toBe("2026-05-30T10:00:00.000Z");
  expect(requestOf({ ...newKeyValues("live"), expiry: "never" }, now)).toMatchObject({ expiresAt: null, mode: "live" });
});

test("networks are told apart however they were put", () => {
  const networks = " 203.0.113.0/24\n2001:db8::/32, 198.51.100.7\n\n";
  expect(requestOf({ ...newKeyValues("test"), networks }, now).allowedNetworks).toEqual([
    "203.0.113.0/24",
    "2001:db8::/32",
    "198.51.100.7",
  ]);
  expect(requestOf(newKeyValues("test"), now).allowedNetworks).toEqual([]);
});
