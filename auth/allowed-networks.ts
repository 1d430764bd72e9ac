import { BlockList, isIP } from "node:net";
import { nearestAddress } from "./nearest-address.ts";

/** Whether a request comes from one of a key's networks, in CIDR notation; from anywhere where none is named. */
export function isAllowedFrom(headers: Headers, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  const address = nearestAddress(headers.get("x-forwarded-for"));
  const family = isIP(address);
  if (family === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits] = network.split("/");
    const kind = isIP(base) === 6 ? "ipv6" : "ipv4";
    list.addSubnet(base, Number(bits ?? (kind === "ipv6" ? 128 : 32)), kind);
  }
  return list.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Whether a text is an address or a network in CIDR notation. */
export function isNetwork(text: string): boolean {
  const [base = "", bits, ...rest] = text.split("/");
  const family = isIP(base);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}
