import { expect, test } from "vitest";
import { normalizeAddress, normalizePhone } from "./contact.ts";

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

test.each([
  ["+47 912 34 567", "+4791234567"],
  ["0047 (912) 34-567", "+4791234567"],
  ["+٤٧ ٩١٢", null],
  ["912 34 567", "91234567"],
  ["0000000000", null],
  ["12345", null],
])("the phone %s is known as %s", (said, known) => {
  expect(normalizePhone(said)).toBe(known);
});
