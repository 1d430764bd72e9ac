import { Resend } from "resend";
import { z } from "zod";
import type { DnsRecord } from "#domain/sender-domain.ts";

const domainList = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const found = z.object({
  records: z.array(
    z.object({
      type: z.enum(["TXT", "MX", "CNAME"]),
      name: z.string(),
      value: z.string(),
      priority: z.number().nullish().catch(null),
    }),
  ),
});

type Config = { apiKey: string; baseUrl?: string; timeoutMs?: number };

/** A domain as Resend knows it. */
export type ResendDomain = { id: string; name: string };

/** The domains that the key's account has; none where the key may only send, null where Resend could not be asked. */
export function resendDomains(config: Config): Promise<ResendDomain[] | null> {
  return listed(clientOf(config), limitOf(config));
}

/**
 * What Resend asks to be put into DNS for a domain that is known there; nothing where it is not, or cannot be asked. Whoever
 * asks about many domains lists them once and gives them as `known`; where that is null they are listed here.
 */
export async function resendDomainRecords(
  config: Config,
  domain: string,
  known: ResendDomain[] | null,
): Promise<DnsRecord[]> {
  const resend = clientOf(config);
  const signal = limitOf(config);
  const domains = known ?? (await listed(resend, signal)) ?? [];
  const same = domains.find(({ name }) => name.toLowerCase() === domain);
  if (!same) return [];
  const one = found.safeParse((await resend.domains.get(same.id, { signal })).data);
  if (!one.success) return [];
  return one.data.records.map(({ type, name, value, priority }) => ({
    type,
    name: wholeName(name, domain),
    value: type === "MX" ? `${priority ?? 10} ${value}` : value.replace(/^"|"$/g, ""),
  }));
}

async function listed(resend: Resend, signal: AbortSignal): Promise<ResendDomain[] | null> {
  const { data, error } = await resend.domains.list({ limit: 100 }, { signal });
  if (error?.name === "restricted_api_key") return [];
  const list = domainList.safeParse(data);
  return list.success ? list.data.data : null;
}

const clientOf = ({ apiKey, baseUrl }: Config) => new Resend(apiKey, baseUrl ? { baseUrl } : {});
const limitOf = ({ timeoutMs = 10_000 }: Config) => AbortSignal.timeout(timeoutMs);

/** Resend names records as they are typed in at the registered domain: `send`, or `send.news` for `news.nordhem.example`. */
function wholeName(name: string, domain: string): string {
  const bare = name.replace(/\.$/, "").toLowerCase();
  if (bare === "" || bare === "@") return domain;
  const labels = domain.split(".");
  const whole = labels
    .map((_, at) => `${bare}.${labels.slice(at).join(".")}`)
    .filter((one) => one.endsWith(`.${domain}`));
  return bare === domain || bare.endsWith(`.${domain}`) ? bare : (whole.at(-1) ?? `${bare}.${domain}`);
}
