import { expect, test } from "vitest";
import { isProxy } from "./is-proxy.ts";

test.each([
  ["127.0.0.1", true],
  ["::1", true],
  ["::ffff:10.1.2.3", true],
  ["172.31.0.1", true],
  ["fd00::1", true],
  ["172.32.0.1", false],
  ["203.0.113.7", false],
  ["::ffff:203.0.113.7", false],
  ["2001:db8::1", false],
])("the word of %s on where a request came from counts: %s", (peer, counts) => {
  expect(isProxy(peer)).toBe(counts);
});
