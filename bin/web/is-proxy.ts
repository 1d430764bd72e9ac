import { BlockList, isIPv6 } from "node:net";

const inside = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
] as const)
  inside.addSubnet(network, bits, "ipv4");
inside.addAddress("::1", "ipv6");
inside.addSubnet("fc00::", 7, "ipv6");
inside.addSubnet("fe80::", 10, "ipv6");

/** Whether a peer is a reverse proxy of ours, whose word on where a request came from counts: it is from within. */
export function isProxy(peer: string): boolean {
  const address = peer.replace(/^::ffff:(?=\d+\.)/, "");
  return inside.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
