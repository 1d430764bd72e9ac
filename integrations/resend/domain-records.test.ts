import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type JsonServer, type StubAnswer, startJsonServer } from "../testing/json-server.ts";
import { resendDomainRecords, resendDomains } from "./domain-records.ts";

let server: JsonServer | undefined;
afterEach(() => server?.close());

const records = [
  {
    record: "SPF",
    name: "send",
    type: "MX",
    value: "feedback-smtp.eu-west-1.amazonses.com",
    priority: 10,
    ttl: "Auto",
  },
  { record: "SPF", name: "send", type: "TXT", value: '"v=spf1 include:amazonses.com ~all"', ttl: "Auto" },
  { record: "DKIM", name: "resend._domainkey", type: "TXT", value: "p=MIGf", ttl: "Auto" },
];

async function told(domain: string, name = domain, said: StubAnswer = { json: { id: "d1", name, records } }) {
  server = await startJsonServer(({ path }) =>
    path === "/domains" ? { json: { object: "list", data: [{ id: "d1", name, status: "verified" }] } } : said,
  );
  return resendDomainRecords({ apiKey: "re_1", baseUrl: server.url }, domain, null);
}

test("tells what Resend asks for, under whole names", async () => {
  expect(await told("nordhem.example")).toEqual([
    { type: "MX", name: "send.nordhem.example", value: "10 feedback-smtp.eu-west-1.amazonses.com" },
    { type: "TXT", name: "send.nordhem.example", value: "v=spf1 include:amazonses.com ~all" },
    { type: "TXT", name: "resend._domainkey.nordhem.example", value: "p=MIGf" },
  ]);
});

test("of a domain below another, the names that are typed in there are made whole", async () => {
  const below = records.map((one) => ({ ...one, name: `${one.name}.news` }));
  const names = (await told("news.nordhem.example", "news.nordhem.example", { json: { records: below } })).map(
    ({ name }) => name,
  );
  expect(new Set(names)).toEqual(new Set(["send.news.nordhem.example", "resend._domainkey.news.nordhem.example"]));
});

test.each<[string, StubAnswer]>([
  ["fails", { status: 500, json: { name: "application_error", message: "no" } }],
  ["says something else", { json: { records: "none" } }],
])("tells nothing where Resend %s", async (_, said) => {
  expect(await told("nordhem.example", "nordhem.example", said)).toEqual([]);
});

test("tells nothing of a domain that Resend does not know", async () => {
  expect(await told("nordhem.example", "elsewhere.example")).toEqual([]);
});

test("domains that are known already are not listed again", async () => {
  server = await startJsonServer(() => ({ json: { records } }));
  const known = [{ id: "d1", name: "Nordhem.example" }];
  const config = { apiKey: "re_1", baseUrl: server.url };
  expect(await resendDomainRecords(config, "nordhem.example", known)).toHaveLength(3);
  expect(await resendDomainRecords(config, "boxes.example", known)).toEqual([]);
  expect(server.requests.map(({ path }) => path)).toEqual(["/domains/d1"]);
});

test.each<[string, StubAnswer, unknown]>([
  ["that are there", { json: { data: [{ id: "d1", name: "a.example" }] } }, [{ id: "d1", name: "a.example" }]],
  ["as none where the key may only send", { status: 401, json: { name: "restricted_api_key", message: "no" } }, []],
  ["as not known where Resend fails", { status: 500, json: { name: "application_error", message: "no" } }, null],
])("lists the domains %s", async (_, said, expected) => {
  server = await startJsonServer(() => said);
  expect(await resendDomains({ apiKey: "re_1", baseUrl: server.url })).toEqual(expected);
});

test("waits for Resend no longer than it is told", async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as AddressInfo;
  const config = { apiKey: "re_1", baseUrl: `http://127.0.0.1:${port}`, timeoutMs: 50 };
  expect(await resendDomainRecords(config, "nordhem.example", null)).toEqual([]);
  silent.close();
  silent.closeAllConnections();
});
