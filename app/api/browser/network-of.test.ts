import { expect, test } from "vitest";
import { networkOf } from "./network-of.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["198.51.100.1, 203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["", "unknown"],
])("of %s is %s, so that nobody has more networks than they pay for", (header, network) => {
  expect(networkOf(new Headers({ "x-forwarded-for": header }))).toBe(network);
});

test("is unknown where nobody named it", () => {
  expect(networkOf(new Headers())).toBe("unknown");
});
