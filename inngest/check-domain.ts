import { withJobScope } from "#db/scope.ts";
import { getUsedDomain, listUsedDomains, saveDomainCheck, type UsedDomain } from "#db/sender-domains.ts";
import { judgeDomain } from "#domain/sender-domain/judge.ts";
import type { DomainUse } from "#domain/sender-domain.ts";
import { env } from "#env";
import { type ResendDomain, readDomainRecords, resendDomainRecords, resendDomains } from "#integrations/dns.ts";
import { configuredDns } from "./configured-dns.ts";

/** Looks up what a domain in use has published, and keeps what is judged of it. */
export async function checkDomain(tenantId: string, domain: string, now: Date): Promise<void> {
  const used = await withJobScope(tenantId, (scope) => getUsedDomain(scope, domain));
  await check(tenantId, { used, known: null }, now);
}

/** Looks at all domains of a tenant. `known` is what `mailersDomains` said, for all tenants alike. */
export async function checkDomains(tenantId: string, known: ResendDomain[] | null, now: Date): Promise<void> {
  for (const used of await withJobScope(tenantId, listUsedDomains)) await check(tenantId, { used, known }, now);
}

/** The domains that the mailer has for us; null where it has none to tell or cannot be asked. */
export async function mailersDomains(): Promise<ResendDomain[] | null> {
  const account = resendAccount();
  return account && resendDomains(account);
}

type Looked = { used: UsedDomain; known: ResendDomain[] | null };

async function check(tenantId: string, { used, known }: Looked, now: Date): Promise<void> {
  const use = await usageOf(used, known);
  const records = await readDomainRecords(use, selectorsOf(use, used.selectors), configuredDns());
  const { standing, ...report } = judgeDomain(records, use);
  await withJobScope(tenantId, (scope) => saveDomainCheck(scope, { domain: used.domain, standing, report }, now));
}

async function usageOf({ domain, sends, receives }: UsedDomain, known: ResendDomain[] | null): Promise<DomainUse> {
  const { MAILER: mailer, SMTP_URL } = env();
  const account = resendAccount();
  const mailersRecords = account ? await resendDomainRecords(account, domain, known) : [];
  const relay = mailer === "smtp" && SMTP_URL ? new URL(SMTP_URL).hostname : null;
  return { domain, sends, receives, mailer, relay, mailersRecords };
}

function resendAccount() {
  const { MAILER: mailer, RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl } = env();
  return mailer === "resend" && apiKey ? { apiKey, ...(baseUrl ? { baseUrl } : {}) } : null;
}

/** What the tenant named, what the mailer says, and what it uses where it says nothing. */
function selectorsOf({ mailer, domain, mailersRecords }: DomainUse, named: string[]): string[] {
  const told = mailersRecords.flatMap(({ name }) =>
    name.endsWith(`._domainkey.${domain}`) ? [name.slice(0, -`._domainkey.${domain}`.length)] : [],
  );
  return [...new Set([...named, ...told, ...(mailer === "resend" ? ["resend"] : [])])];
}
