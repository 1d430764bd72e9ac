import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { currentTime } from "#db/clock.ts";
import { withScope } from "#db/scope.ts";
import { listDomains } from "#db/sender-domains.ts";
import { saveBrand } from "#db/tenants.ts";
import { type DnsStub, startDns } from "#integrations/testing/dns-server.ts";
import { type JsonServer, startJsonServer } from "#integrations/testing/json-server.ts";
import { type House, openHouse } from "./testing/house.ts";
import { createLadderTenant } from "./testing/tenant.ts";

let house: House;
let dns: DnsStub;
let resend: JsonServer;
const domains = ["nordhem.example", "lamps.example"];
const tenantIds: string[] = [];

beforeAll(async () => {
  dns = await startDns();
  resend = await startJsonServer(({ path }) =>
    path === "/domains"
      ? { json: { data: domains.map((name) => ({ id: `of-${name}`, name })) } }
      : { json: { records: [{ type: "TXT", name: "key._domainkey", value: `p=${path}` }] } },
  );
  vi.stubEnv("MAILER", "resend");
  vi.stubEnv("RESEND_API_KEY", "re_1");
  vi.stubEnv("RESEND_BASE_URL", resend.url);
  vi.stubEnv("DNS_SERVERS", dns.address);
  house = await openHouse();
  for (const domain of domains) {
    const { tenantId } = await createLadderTenant(await currentTime());
    await withScope(tenantId, (scope) => saveBrand(scope, { senderAddress: `shop@${domain}` }));
    tenantIds.push(tenantId);
  }
});
afterAll(async () => {
  await house?.close();
  await Promise.all([resend?.close(), dns?.close()]);
  vi.unstubAllEnvs();
});

test("the domains of all tenants are looked at by one list of the mailer's", { timeout: 240_000 }, async () => {
  await house.advance(61);
  const wanted = await Promise.all(
    tenantIds.map(async (tenantId) => {
      const rows = await withScope(tenantId, listDomains);
      return rows.map(({ domain, parts }) => [domain, parts.find(({ part }) => part === "dkim")?.wants]);
    }),
  );
  expect(wanted).toEqual(
    domains.map((domain) => [
      [domain, [{ type: "TXT", name: `key._domainkey.${domain}`, value: `p=/domains/of-${domain}` }]],
    ]),
  );
  expect(resend.requests.filter(({ path }) => path === "/domains")).toHaveLength(1);
});
