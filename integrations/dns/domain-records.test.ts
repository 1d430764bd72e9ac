import { afterAll, beforeAll, expect, test } from "vitest";
import { judgeDomain } from "#domain/sender-domain/judge.ts";
import type { DomainUse } from "#domain/sender-domain.ts";
import { type DnsStub, startDns } from "../testing/dns-server.ts";
import { readDomainRecords } from "./domain-records.ts";
import { dnsFor } from "./resolver.ts";

let dns: DnsStub;
beforeAll(async () => {
  dns = await startDns({
    "news.nordhem.example": {
      TXT: ["v=spf1 include:spf.relay.example ~all"],
      MX: [
        [20, "mx2.nordhem.example"],
        [10, "mx1.nordhem.example"],
      ],
    },
    "spf.relay.example": { TXT: ["v=spf1 ip4:192.0.2.0/24 -all"] },
    // A long key comes in several strings, cut wherever its owner's panel cut it.
    "one._domainkey.news.nordhem.example": { TXT: [`v=DKIM1; k=rsa; |p=${"A".repeat(392)}`] },
    "_dmarc.nordhem.example": { TXT: ["v=DMARC1; p=reject; |sp=quarantine"] },
    "round.example": { TXT: ["v=spf1 include:round.example -all"] },
  });
});
afterAll(() => dns.close());

const use: DomainUse = {
  ...{ domain: "news.nordhem.example", sends: true, receives: true, mailer: "smtp", relay: null, mailersRecords: [] },
};
const read = (change: Partial<DomainUse> = {}, selectors = ["one"]) =>
  readDomainRecords({ ...use, ...change }, selectors, dnsFor({ servers: [dns.address], timeoutMs: 2_000, tries: 1 }));

test("reads what a domain has published, its DMARC from above, its strings put together", async () => {
  const { standing, parts } = judgeDomain(await read(), use);
  expect(standing).toBe("fine");
  expect(parts.map(({ part, state }) => `${part} ${state}`)).toEqual([
    "spf good",
    "dkim good",
    "dmarc good",
    "mx good",
  ]);
  expect(parts.find(({ part }) => part === "mx")?.found[0]?.value).toBe("10 mx1.nordhem.example");
});

test("a record that refers to itself is followed once", async () => {
  const { spf } = await read({ domain: "round.example" }, []);
  expect(spf.below).toMatchObject([{ name: "round.example", loops: true }]);
});

test("a server that keeps silent or fails is told from one that has nothing", async () => {
  dns.silent.add("one._domainkey.news.nordhem.example");
  dns.failing.add("_dmarc.news.nordhem.example");
  const { dkim, dmarc, mx } = await read();
  expect([dkim[0]?.found.kind, dmarc[0]?.found.kind, mx.kind]).toEqual(["unasked", "unasked", "found"]);
  expect((await read({ domain: "gone.example" }, [])).mx.kind).toBe("none");
});

test("a name that is nobody's is not asked about elsewhere", async () => {
  const { spf, mx } = await readDomainRecords(use, ["one"], dnsFor({}));
  expect([spf.found.kind, mx.kind]).toEqual(["unasked", "unasked"]);
});
