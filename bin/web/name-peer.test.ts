import { expect, test } from "vitest";
import { nearestAddress } from "#auth/nearest-address.ts";
import { namePeer } from "./name-peer.ts";

test.each([
  ["203.0.113.9", undefined, "203.0.113.9"],
  ["203.0.113.9", "10.0.0.1", "203.0.113.9"],
  ["::ffff:203.0.113.9", "10.0.0.1, 10.0.0.2", "203.0.113.9"],
  ["127.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["127.0.0.1", "10.0.0.1, 203.0.113.9", "203.0.113.9"],
  ["127.0.0.1", undefined, ""],
])("asked by %s, who says %s, a request came from %s", (remoteAddress, said, from) => {
  const headers = said === undefined ? {} : { "x-forwarded-for": said };
  const arrived = { headers: headers as Record<string, string>, socket: { remoteAddress } };
  namePeer(arrived);
  expect(nearestAddress(arrived.headers["x-forwarded-for"])).toBe(from);
});
