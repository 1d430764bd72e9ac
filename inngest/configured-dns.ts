import { env } from "#env";
import { type Dns, dnsFor } from "#integrations/dns.ts";

/** The DNS servers that the environment names, else the machine's own. */
export function configuredDns(): Dns {
  return dnsFor({ servers: env().DNS_SERVERS });
}
