import { eq, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { DomainReport, DomainRow, DomainStanding } from "#domain/sender-domain.ts";
import { newId } from "./ids.ts";
import { iso, isoOrNull } from "./instants.ts";
import { listMailboxes } from "./mailboxes.ts";
import { domainChecks, senderDomains } from "./schema/sender-domains.ts";
import type { Scope } from "./scope.ts";
import { listSenders } from "./senders.ts";

export type UsedDomain = Pick<DomainRow, "domain" | "sends" | "receives" | "selectors">;

const hostOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** The domains that a tenant writes from and is written to at, those that send first. */
export async function listUsedDomains(scope: Scope): Promise<UsedDomain[]> {
  const sending = new Set((await listSenders(scope)).map(({ address }) => hostOf(address)));
  const receiving = new Set((await listMailboxes(scope)).map(({ address }) => hostOf(address)));
  const named = await scope.db.select().from(senderDomains).where(eq(senderDomains.tenantId, scope.tenantId));
  const selectorsOf = (domain: string) => named.find((one) => one.domain === domain)?.selectors ?? [];
  return [...new Set([...sending, ...receiving])].map((domain) => ({
    ...{ domain, sends: sending.has(domain), receives: receiving.has(domain), selectors: selectorsOf(domain) },
  }));
}

/** One of the domains that are in use; `not_found` for any other. */
export async function getUsedDomain(scope: Scope, domain: string): Promise<UsedDomain> {
  const found = (await listUsedDomains(scope)).find((one) => one.domain === domain);
  if (!found) throw new AppError("not_found", "No mail is sent from this domain, nor received there");
  return found;
}

/** Says under which names a domain's DKIM keys are looked up. */
export async function saveSelectors(scope: Scope, domain: string, selectors: string[], now: Date): Promise<void> {
  await scope.db
    .insert(senderDomains)
    .values({ tenantId: scope.tenantId, domain, selectors, changedAt: now })
    .onConflictDoUpdate({ target: [senderDomains.tenantId, senderDomains.domain], set: { selectors, changedAt: now } });
}

const keptDays = 90;

/** Keeps what a check found. What is older than a season goes, but the last that was fine stays: since then it is not. */
export async function saveDomainCheck(
  scope: Scope,
  check: { domain: string; standing: DomainStanding; report: DomainReport },
  now: Date,
): Promise<void> {
  const { tenantId, db } = scope;
  await db.insert(domainChecks).values({ tenantId, id: newId("domainCheck", now), ...check, checkedAt: now });
  await db.execute(sql`delete from domain_checks c where c.tenant_id = ${tenantId} and c.domain = ${check.domain}
    and c.checked_at < ${iso(now)}::timestamptz - make_interval(days => ${keptDays})
    and c.checked_at < (select coalesce(max(f.checked_at), 'infinity') from domain_checks f
      where f.tenant_id = c.tenant_id and f.domain = c.domain and f.standing = 'fine')`);
}

type Latest = {
  domain: string;
  standing: DomainStanding;
  report: DomainReport;
  checkedAt: string;
  lapsedSince: string | null;
};

/** The domains in use as their last check found them. */
export async function listDomains(scope: Scope): Promise<DomainRow[]> {
  const used = await listUsedDomains(scope);
  const latest = await latestChecks(scope);
  return used.map((one) => {
    const found = latest.find(({ domain }) => domain === one.domain);
    return {
      ...one,
      standing: found?.standing ?? "not_known",
      ...{ lapsedSince: isoOrNull(found?.lapsedSince ?? null), checkedAt: isoOrNull(found?.checkedAt ?? null) },
      parts: found?.report.parts ?? [],
    };
  });
}

export type LapsedDomain = Pick<DomainRow, "domain" | "sends" | "lapsedSince">;

/** The domains in use that were fine once, but are not any more. */
export async function listLapsedDomains(scope: Scope): Promise<LapsedDomain[]> {
  const lapsed = (await latestChecks(scope)).filter(({ lapsedSince }) => lapsedSince !== null);
  if (lapsed.length === 0) return [];
  const rows = await listDomains(scope);
  return rows.flatMap(({ domain, sends, lapsedSince }) => (lapsedSince ? [{ domain, sends, lapsedSince }] : []));
}

async function latestChecks(scope: Scope): Promise<Latest[]> {
  return [
    ...(await scope.db.execute<Latest>(sql`
      select distinct on (c.domain) c.domain, c.standing, c.report, c.checked_at as "checkedAt",
        case when c.standing = 'lacking' then (
          select min(l.checked_at) from domain_checks l
          where l.tenant_id = c.tenant_id and l.domain = c.domain and l.standing = 'lacking'
            and l.checked_at > (select max(f.checked_at) from domain_checks f
              where f.tenant_id = c.tenant_id and f.domain = c.domain and f.standing = 'fine')) end as "lapsedSince"
      from domain_checks c where c.tenant_id = ${scope.tenantId}
      order by c.domain, c.checked_at desc, c.id desc`)),
  ];
}
