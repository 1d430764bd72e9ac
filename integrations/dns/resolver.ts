import { Resolver } from "node:dns/promises";
import { isReservedName } from "#domain/reserved-name.ts";

/** An answer of DNS. Rejects with Node's codes: ENOTFOUND and ENODATA where there is nothing, others where it could not be asked. */
export type Resolve = (name: string, type: string) => Promise<unknown>;

export type Dns = { resolve: Resolve };

export type DnsRules = {
  /** Whom to ask, `address` or `address:port`; the machine's own servers unless said. */
  servers?: string[];
  timeoutMs?: number;
  tries?: number;
};

/** Asks DNS with bounded patience. Reserved names are nobody's: only servers that are named are asked about them. */
export function dnsFor({ servers = [], timeoutMs = 2_000, tries = 2 }: DnsRules): Dns {
  const resolver = new Resolver({ timeout: timeoutMs, tries });
  if (servers.length > 0) resolver.setServers(servers);
  return {
    resolve: async (name, type) => {
      if (servers.length === 0 && isReservedName(name)) throw dnsFault("EREFUSED", "a reserved name");
      return resolver.resolve(name, type);
    },
  };
}

/** A DNS whose every question after so many, or after so long, fails as if the servers were away. */
export function boundedDns(dns: Dns, { mostQueries, mostMs }: { mostQueries: number; mostMs: number }): Dns {
  const until = performance.now() + mostMs;
  let asked = 0;
  return {
    resolve: (name, type) => {
      asked += 1;
      const left = until - performance.now();
      if (asked > mostQueries || left <= 0) return Promise.reject(dnsFault("ETIMEOUT", "too many questions"));
      return within(dns.resolve(name, type), left);
    },
  };
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(dnsFault("ETIMEOUT", "too slow")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const dnsFault = (code: string, message: string) => Object.assign(new Error(message), { code });

/** Whether DNS said that there is nothing, which is an answer. */
export function saysNothingThere(cause: unknown): boolean {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  return code === "ENOTFOUND" || code === "ENODATA";
}
