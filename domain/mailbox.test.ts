import { expect, test } from "vitest";
import { mailboxAddress } from "./mailbox.ts";

test.each([
  ["Hello@Nordhem.example", "hello@nordhem.example"],
  ["team.north-1@nordhem.example", "team.north-1@nordhem.example"],
  ["hello@müller.example", "hello@xn--mller-kva.example"],
])("%j is the address %j", (given, address) => {
  expect(mailboxAddress(given)).toBe(address);
});

test.each([
  "hello+tag@nordhem.example",
  "hello",
  "@nordhem.example",
  "a..b@x.example",
  "a@b",
  `${"a".repeat(31)}@x.example`,
  "a b@x.example",
  "hello@x.example\r\nbcc: y",
])("%j is no address of a mailbox", (given) => {
  expect(mailboxAddress(given)).toBeNull();
});
