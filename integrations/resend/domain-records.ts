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

/** What Resend asks to be put into DNS for a domain that is known there; nothing where it is not, or cannot be asked. */
export async function resendDomainRecords(config: Config, domain: string): Promise<DnsRecord[]> {
  const { apiKey, baseUrl, timeoutMs = 10_000 } = config;
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  const signal = AbortSignal.timeout(timeoutMs);
  const list = domainList.safeParse((await resend.domains.list({ limit: 100 }, { signal })).data);
  const known = list.success ? list.data.data.find(({ name }) => name.toLowerCase() === domain) : undefined;
  if (!known) return [];
  const one = found.safeParse((await resend.domains.get(known.id, { signal })).data);
  if (!one.success) return [];
  return one.data.records.map(({ type, name, value, priority }) => ({
    type,
    name: wholeName(name, domain),
    value: type === "MX" ? `${priority ?? 10} ${value}` : value.replace(/^"|"$/g, ""),
  }));
}

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
