import { isIPv6 } from "node:net";
import { nearestAddress } from "#auth/nearest-address.ts";

/**
 * The network that a request came from, as the nearest proxy or our own server named it: an IPv4 address, or the 64 bits
 * of an IPv6 one that a household has; `unknown` when nobody did.
 */
export function networkOf(headers: Headers): string {
  const address = nearestAddress(headers.get("x-forwarded-for"));
  return isIPv6(address) ? prefixOf(address) : address.slice(0, 45) || "unknown";
}

function prefixOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().replace(/%.*$/, "").split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const last = tail?.split(":").filter((group) => group !== "") ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - last.length);
  const all = [...groups, ...Array.from({ length: missing }, () => "0"), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
