import { isIPv6 } from "node:net";
import { networkOf } from "#app/api/browser/network-of.ts";
import { networkHash } from "#db/link-tokens.ts";
import type { Seen } from "#db/touchpoints.ts";

/** What a request for a link says of who asks. Of the address no more is kept than a keyed hash of its prefix. */
export function requestSeen(request: Request, tenantId: string, now: Date): Seen {
  const { headers, method } = request;
  const purposes = ["sec-purpose", "purpose", "x-purpose", "x-moz"].flatMap((name) => headers.get(name) ?? []);
  const prefix = networkPrefix(networkOf(headers));
  return {
    ...{ kind: "click", method, at: now },
    userAgent: (headers.get("user-agent") ?? "").slice(0, 500),
    purpose: purposes.join(" ").slice(0, 100) || null,
    network: prefix && networkHash(tenantId, prefix, now),
  };
}

/** The first 24 bits of an IPv4 address, the first 48 of an IPv6 one; null when nobody named it. */
export function networkPrefix(network: string): string | null {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(network)) return network.slice(0, network.lastIndexOf("."));
  const address = network.replace(/\/64$/, "");
  return isIPv6(address) ? address.split(":").slice(0, 3).join(":") : null;
}
