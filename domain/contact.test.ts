import { expect, test } from "vitest";
import { normalizeAddress } from "./contact.ts";

test.each([
  [" Mia@Example.COM ", "mia@example.com"],
  ["mia+cart@example.com", "mia+cart@example.com"],
  ["jürgen@example.com", "jürgen@example.com"],
  ["mia@bücher.example", "mia@xn--bcher-kva.example"],
  ["a@b@example.com", "a@b@example.com"],
])("normalizes %j", (given, address) => {
  expect(normalizeAddress(given)).toBe(address);
});

test.each([
  "",
  "mia",
  "@example.com",
  "mia@",
  "mia@localhost",
  "mia@exa mple.com",
  "mia@example.com\r\nBcc: x@y.z",
  "mia@example.com:25",
  "mia@example.com/x",
  `${"a".repeat(250)}@example.com`,
])("refuses %j", (given) => {
  expect(normalizeAddress(given)).toBeNull();
});
