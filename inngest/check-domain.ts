import { withScope } from "#db/scope.ts";
import { getUsedDomain, listUsedDomains, saveDomainCheck, type UsedDomain } from "#db/sender-domains.ts";
import { judgeDomain } from "#domain/sender-domain/judge.ts";
import type { DomainUse } from "#domain/sender-domain.ts";
import { env } from "#env";
import { readDomainRecords, resendDomainRecords } from "#integrations/dns.ts";
import { configuredDns } from "./configured-dns.ts";

/** Looks up what a domain in use has published, and keeps what is judged of it. */
export async function checkDomain(tenantId: string, domain: string, now: Date): Promise<void> {
  const used = await withScope(tenantId, (scope) => getUsedDomain(scope, domain));
  await check(tenantId, used, now);
}

/** Looks at all domains of a tenant. */
export async function checkDomains(tenantId: string, now: Date): Promise<void> {
  for (const used of await withScope(tenantId, listUsedDomains)) await check(tenantId, used, now);
}

async function check(tenantId: string, used: UsedDomain, now: Date): Promise<void> {
  const use = await usageOf(used);
  const records = await readDomainRecords(use, selectorsOf(use, used.selectors), configuredDns());
  const { standing, ...report } = judgeDomain(records, use);
  await withScope(tenantId, (scope) => saveDomainCheck(scope, { domain: used.domain, standing, report }, now));
}

async function usageOf({ domain, sends, receives }: UsedDomain): Promise<DomainUse> {
  const { MAILER: mailer, SMTP_URL, RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl } = env();
  const mailersRecords =
    mailer === "resend" && apiKey ? await resendDomainRecords({ apiKey, ...(baseUrl ? { baseUrl } : {}) }, domain) : [];
  const relay = mailer === "smtp" && SMTP_URL ? new URL(SMTP_URL).hostname : null;
  return { domain, sends, receives, mailer, relay, mailersRecords };
}

/** What the tenant named, what the mailer says, and what it uses where it says nothing. */
function selectorsOf({ mailer, domain, mailersRecords }: DomainUse, named: string[]): string[] {
  const told = mailersRecords.flatMap(({ name }) =>
    name.endsWith(`._domainkey.${domain}`) ? [name.slice(0, -`._domainkey.${domain}`.length)] : [],
  );
  return [...new Set([...named, ...told, ...(mailer === "resend" ? ["resend"] : [])])];
}
