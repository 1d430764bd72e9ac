import { generateKeyPairSync } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type DnsStub, startDns } from "../testing/dns-server.ts";
import { authenticateMail, isRelay, type Peer, peerIn } from "./authenticate.ts";
import { dnsFor } from "./resolver.ts";

const now = new Date("2026-03-03T09:11:00Z");
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
let dns: DnsStub;
beforeAll(async () => {
  dns = await startDns();
});
afterAll(() => dns.close());
beforeEach(() => {
  dns.records.clear();
  dns.silent.clear();
  dns.failing.clear();
  dns.records.set("one._domainkey.nordhem.example", { TXT: [key] });
  dns.records.set("nordhem.example", { TXT: ["v=spf1 ip4:192.0.2.10 -all"], A: ["192.0.2.1"] });
});

type Written = { from?: string; domain?: string; text?: string; headers?: Record<string, string>; signed?: boolean };

/** A mail as nodemailer writes and signs it. */
async function written({
  from = "ada@nordhem.example",
  domain = "nordhem.example",
  text,
  headers,
  signed = true,
}: Written = {}) {
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const dkim = signed ? { dkim: { domainName: domain, keySelector: "one", privateKey: pem } } : {};
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows", ...dkim });
  const mail = {
    from: `Ada <${from}>`,
    to: "hello@shop.example",
    subject: "Re: Lamp",
    text: text ?? "Please stop.",
    headers,
    date: now,
  };
  const { message } = await transport.sendMail(mail);
  return Buffer.isBuffer(message) ? message : Buffer.from("");
}

const rightPeer: Peer = { address: "192.0.2.10", name: "mx.nordhem.example", envelopeFrom: "ada@nordhem.example" };
const otherPeer: Peer = { address: "198.51.100.7", name: "mx.evil.example", envelopeFrom: "ada@nordhem.example" };
const check = (raw: Uint8Array, peer: Peer | null = null, fromAddress = "ada@nordhem.example") =>
  authenticateMail({ raw, peer, fromAddress, now }, dnsFor({ servers: [dns.address], timeoutMs: 2_000, tries: 1 }));
const verdict = async (...asked: Parameters<typeof check>) => (await check(...asked)).authenticity;
const policy = (said: string) => dns.records.set("_dmarc.nordhem.example", { TXT: [`v=DMARC1; ${said}`] });

test("a signature of the sender's own domain proves a mail", async () => {
  expect(await check(await written())).toEqual({
    authenticity: "proven",
    proofs: [
      { by: "dkim", result: "pass", domain: "nordhem.example", aligned: true },
      { by: "dmarc", result: "none", domain: "nordhem.example", aligned: true },
    ],
  });
});

test("a signature of a domain above or below it does so too, unless the domain wants its very own", async () => {
  dns.records.set("one._domainkey.mail.nordhem.example", { TXT: [key] });
  const raw = await written({ domain: "mail.nordhem.example" });
  expect(await verdict(raw)).toBe("proven");
  policy("p=reject; adkim=s");
  expect(await verdict(raw, otherPeer)).toBe("failed");
});

test("another house's signature proves nothing of it", async () => {
  dns.records.set("one._domainkey.evil.example", { TXT: [key] });
  expect(await verdict(await written({ domain: "evil.example" }))).toBe("not_proven");
});

test.each([
  ["the words", "Please stop", "Please send"],
  ["the subject", "Re: Lamp", "Re: Pump"],
])("a mail whose signature does not fit %s any more fails", async (_, before, after) => {
  const raw = Buffer.from((await written()).toString("latin1").replace(before, after), "latin1");
  expect(await verdict(raw)).toBe("failed");
});

test("a mail that was changed is proven all the same when its domain's own server brought it", async () => {
  const raw = Buffer.from((await written()).toString("latin1").replace("Please stop", "Please send"), "latin1");
  expect(await verdict(raw, rightPeer)).toBe("proven");
});

test("a key that is published no more speaks neither for a mail nor against it", async () => {
  dns.records.delete("one._domainkey.nordhem.example");
  expect(await verdict(await written())).toBe("not_proven");
});

test("words behind the signed part of a body are not vouched for", async () => {
  const raw = await written({ signed: false });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const signer = { signingDomain: "nordhem.example", selector: "one", privateKey: pem, maxBodyLength: 6 };
  const { signatures } = await dkimSign(raw, { ...signer, signTime: now, signatureData: [signer] });
  const { authenticity, proofs } = await check(Buffer.concat([Buffer.from(signatures), raw]));
  expect([authenticity, proofs[0]?.result]).toEqual(["not_proven", "none"]);
});

describe("without a signature", () => {
  test.each([
    ["its domain's server brought it", rightPeer, "p=reject", "proven"],
    ["another's brought it, which the domain refuses", otherPeer, "p=reject", "failed"],
    ["another's brought it, which the domain has put apart", otherPeer, "p=quarantine", "failed"],
    ["another's brought it, about which the domain asks nothing", otherPeer, "p=none", "not_proven"],
    ["another's brought it, and the domain says nothing", otherPeer, null, "not_proven"],
    ["nobody knows who brought it", null, "p=reject", "not_known"],
    ["nobody knows who brought it, nor does the domain mind", null, "p=none", "not_proven"],
  ] as const)("%s", async (_, peer, said, expected) => {
    if (said) policy(said);
    expect(await verdict(await written({ signed: false }), peer)).toBe(expected);
  });

  test("the policy of a domain holds for those below it", async () => {
    dns.records.set("news.nordhem.example", { A: ["192.0.2.1"] });
    policy("p=none; sp=reject");
    const from = "ada@news.nordhem.example";
    expect(await verdict(await written({ signed: false, from }), otherPeer, from)).toBe("failed");
  });
});

test("a mail with two senders fails, whoever signed it", async () => {
  const raw = (await written()).toString("latin1");
  expect(await verdict(Buffer.from(`From: Eve <eve@evil.example>\r\n${raw}`, "latin1"))).toBe("failed");
});

describe("where DNS cannot be asked", () => {
  test.each(["silent", "failing"] as const)("a %s server leaves a mail as it is", async (how) => {
    dns[how].add("one._domainkey.nordhem.example");
    policy("p=reject");
    expect(await verdict(await written(), otherPeer)).toBe("not_known");
  });

  test("no server at all does, in bounded time", async () => {
    const nobody = dnsFor({ servers: ["127.0.0.1:9"], timeoutMs: 50, tries: 1 });
    const { authenticity } = await authenticateMail(
      { raw: await written(), peer: otherPeer, fromAddress: "ada@nordhem.example", now },
      nobody,
    );
    expect(authenticity).toBe("not_known");
  });

  test("names that are nobody's are never asked about elsewhere", async () => {
    const machine = dnsFor({});
    const { authenticity } = await authenticateMail(
      { raw: await written(), peer: otherPeer, fromAddress: "ada@nordhem.example", now },
      machine,
    );
    expect(authenticity).toBe("not_known");
  });
});

test("of a mail with very many signatures none is looked at", async () => {
  const raw = (await written()).toString("latin1");
  const one = /DKIM-Signature: [\s\S]*?\r\n(?=\S)/.exec(raw)?.[0] ?? "";
  dns.asked.length = 0;
  expect(await verdict(Buffer.from(one.repeat(30) + raw, "latin1"))).toBe("not_proven");
  expect(dns.asked.filter((name) => name.includes("_domainkey"))).toEqual([]);
});

describe("who brought a mail", () => {
  test.each([
    [
      "from mx.a.example (mx.a.example [203.0.113.9]) by relay.shop.example with ESMTP id 1; Tue, 3 Mar 2026",
      "203.0.113.9",
    ],
    ["from a (EHLO mx.a.example) ([203.0.113.9])\r\n by relay.shop.example; Tue", null],
    ["from mx.a.example (unknown [IPv6:2606:4700::1111]) by relay.shop.example; Tue", "2606:4700::1111"],
    ["from mx.a.example (localhost [127.0.0.1]) by relay.shop.example; Tue", null],
    ["by relay.shop.example with local; Tue", null],
    ["(((((((((((((((((((((", null],
  ])("reads %j", (header, address) => {
    expect(peerIn(header, "ada@a.example")?.address ?? null).toBe(address);
  });

  test("tells relays by their address", () => {
    expect(["127.0.0.1", "10.1.2.3", "::1", "::ffff:192.168.1.4", "fd00::1"].every((one) => isRelay(one, []))).toBe(
      true,
    );
    expect(isRelay("198.51.100.7", [])).toBe(false);
    expect(isRelay("8.8.8.8", [])).toBe(false);
    expect(isRelay("8.8.8.8", ["8.8.8.0/24"])).toBe(true);
    expect(isRelay("2606:4700::1", ["2606:4700::/32"])).toBe(true);
  });
});
