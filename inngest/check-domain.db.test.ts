import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsDueDomains } from "#db/across-tenants-domains.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { createMailbox } from "#db/mailboxes.ts";
import { domainChecks } from "#db/schema/sender-domains.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { listDomains, listLapsedDomains, saveSelectors } from "#db/sender-domains.ts";
import { saveBrand } from "#db/tenants.ts";
import { type DnsStub, startDns } from "#integrations/testing/dns-server.ts";
import { checkDomain, checkDomains } from "./check-domain.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";

let database: TestDatabase;
let dns: DnsStub;
let tenant: TestTenant;
let count = 0;
const now = new Date("2026-03-03T09:00:00Z");
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
const good = "v=DMARC1; p=quarantine";

beforeAll(async () => {
  dns = await startDns();
  vi.stubEnv("DNS_SERVERS", dns.address);
  vi.stubEnv("SMTP_URL", "smtp://relay.example:25");
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  dns.records.clear();
  dns.failing.clear();
  dns.records.set("nordhem.example", { TXT: ["v=spf1 a:relay.example -all"] });
  dns.records.set("_dmarc.nordhem.example", { TXT: [good] });
  dns.records.set("boxes.example", { MX: [[10, "mx.boxes.example"]] });
  tenant = await createLadderTenant(now);
  await inTenant(async (scope) => {
    await saveBrand(scope, { senderAddress: "shop@nordhem.example" });
    await createMailbox(scope, { address: `hello${++count}@boxes.example`, name: "Nordhem" }, now);
  });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
  await dns.close();
  vi.unstubAllEnvs();
});

const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenant.tenantId, work);
const check = (at: Date) => checkDomains(tenant.tenantId, null, at);
const rows = () => inTenant(listDomains);
const lapsed = () => inTenant(listLapsedDomains);

test("domains are those that mail is sent from and received at, each judged for what it is used for", async () => {
  expect((await rows()).map(({ standing, checkedAt }) => [standing, checkedAt])).toEqual([
    ["not_known", null],
    ["not_known", null],
  ]);
  await check(now);
  const [sending, receiving] = await rows();
  expect(sending).toMatchObject({ domain: "nordhem.example", sends: true, receives: false, standing: "fine" });
  expect(sending?.parts.map(({ part, state }) => `${part} ${state}`)).toEqual([
    "spf good",
    "dkim missing",
    "dmarc good",
  ]);
  expect(receiving).toMatchObject({ domain: "boxes.example", sends: false, receives: true, standing: "fine" });
  expect(receiving?.parts.map(({ part, state }) => `${part} ${state}`)).toEqual(["mx good"]);
});

test("a domain that was fine and is not any more is told of, since the first check that found it so", async () => {
  await check(now);
  dns.records.delete("_dmarc.nordhem.example");
  await check(day(1));
  await check(day(2));
  expect(await lapsed()).toEqual([{ domain: "nordhem.example", sends: true, lapsedSince: day(1).toISOString() }]);
  dns.records.set("_dmarc.nordhem.example", { TXT: [good] });
  await check(day(3));
  expect(await lapsed()).toEqual([]);
});

test("a domain that never was fine has not lapsed, nor has one that cannot be asked", async () => {
  dns.failing.add("_dmarc.nordhem.example");
  await check(now);
  expect((await rows())[0]).toMatchObject({ standing: "not_known", lapsedSince: null });
  dns.failing.clear();
  dns.records.delete("_dmarc.nordhem.example");
  await check(day(1));
  expect((await rows())[0]).toMatchObject({ standing: "lacking", lapsedSince: null });
  expect(await lapsed()).toEqual([]);
});

test("selectors that are named are looked up", async () => {
  await inTenant((scope) => saveSelectors(scope, "nordhem.example", ["one"], now));
  dns.records.set("one._domainkey.nordhem.example", { TXT: [`v=DKIM1; p=${"A".repeat(392)}`] });
  await checkDomain(tenant.tenantId, "nordhem.example", now);
  expect((await rows())[0]?.parts.find(({ part }) => part === "dkim")).toMatchObject({ state: "good" });
});

test("a domain that nobody uses is not looked up", async () => {
  await expect(checkDomain(tenant.tenantId, "elsewhere.example", now)).rejects.toMatchObject({ code: "not_found" });
  expect(dns.asked.filter((one) => one.includes("elsewhere"))).toEqual([]);
});

test("each tenant is due once a day", async () => {
  const isDue = async (at: Date) => (await acrossTenantsDueDomains(at, 1_000)).includes(tenant.tenantId);
  expect(await isDue(now)).toBe(true);
  await check(now);
  expect(await isDue(new Date(now.getTime() + 3_600_000))).toBe(false);
  expect(await isDue(day(1))).toBe(true);
  await checkDomain(tenant.tenantId, "nordhem.example", day(0.9));
  expect(await isDue(day(1))).toBe(true);
  await check(day(1));
  expect(await isDue(day(1.5))).toBe(false);
});

test("checks of another season go, but for what tells since when a domain is not fine", async () => {
  const kept = async () => {
    const checks = await inTenant((scope) => scope.db.select().from(domainChecks));
    const own = checks.filter(({ domain }) => domain === "nordhem.example");
    return own.map(({ checkedAt }) => (checkedAt.getTime() - now.getTime()) / 86_400_000).toSorted((a, b) => a - b);
  };
  await check(now);
  await check(day(1));
  dns.records.delete("_dmarc.nordhem.example");
  await check(day(2));
  await check(day(120));
  expect(await kept()).toEqual([1, 2, 120]);
  expect((await lapsed())[0]?.lapsedSince).toBe(day(2).toISOString());
});
