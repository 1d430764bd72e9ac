import { generateKeyPairSync } from "node:crypto";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { findProposal } from "#db/answers.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { createMailbox, type Mailbox } from "#db/mailboxes.ts";
import { suppressions } from "#db/schema/contacts.ts";
import { conversations, inboundMails, mailArrivals } from "#db/schema/inbox.ts";
import { letters } from "#db/schema/letters.ts";
import { messages } from "#db/schema/messages.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { saveBrand } from "#db/tenants.ts";
import type { Authenticity } from "#domain/inbound/authenticity.ts";
import { plusAddress } from "#domain/inbound/message-ids.ts";
import { smtpListener } from "#integrations/mail-listener.ts";
import { readHead } from "#integrations/mail-reader.ts";
import { type DnsStub, startDns } from "#integrations/testing/dns-server.ts";
import { proposeAnswer } from "./propose-answer.ts";
import { readArrival } from "./read-arrival.ts";
import { isMailbox, receiveMail } from "./receive-mail.ts";
import { draftFirst, work } from "./testing/drafted.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";

let database: TestDatabase;
let dns: DnsStub;
let tenant: TestTenant;
let mailbox: Mailbox;
const now = new Date("2026-03-03T09:11:00Z");
const ada = "ada@example.com";
let count = 0;
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const key = publicKey.export({ type: "spki", format: "der" }).toString("base64");
const others = { address: "198.51.100.7", name: "mx.elsewhere.example" };

beforeAll(async () => {
  dns = await startDns();
  vi.stubEnv("DNS_SERVERS", dns.address);
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  dns.records.clear();
  dns.failing.clear();
  dns.records.set("example.com", { TXT: ["v=spf1 ip4:192.0.2.10 -all"] });
  dns.records.set("_dmarc.example.com", { TXT: ["v=DMARC1; p=reject"] });
  dns.records.set("one._domainkey.example.com", { TXT: [`v=DKIM1; k=rsa; p=${key}`] });
  tenant = await createLadderTenant(now, { policy: { oversightMode: "autonomous", samplePercent: 0 } });
  await inTenant(async (scope) => {
    mailbox = await createMailbox(scope, { address: `hello${++count}@nordhem.example`, name: "Nordhem" }, now);
    await saveBrand(scope, { shippingPolicy: "Parcels leave on working days" });
  });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
  await dns.close();
  vi.unstubAllEnvs();
});

const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenant.tenantId, work);
type Given = { text?: string; signed?: boolean; to?: string; subject?: string; at?: Date };

/** A mail from Ada as nodemailer writes it, signed by her domain's key or not. */
async function written({
  text = "Please stop writing to me.",
  signed = false,
  to = mailbox.address,
  subject = "Hello",
}: Given) {
  const dkim = signed ? { dkim: { domainName: "example.com", keySelector: "one", privateKey: pem } } : {};
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows", ...dkim });
  const { message } = await transport.sendMail({ from: `Ada <${ada}>`, to, subject, text, date: now });
  return Buffer.isBuffer(message) ? message : Buffer.from("");
}

/** Comes in from a server that is not hers, and is read at once. */
async function arrive(given: Given = {}) {
  const content = await written(given);
  const { to = mailbox.address, at = now } = given;
  const mail = { content, ...(await readHead(content)), envelopeFrom: ada, peer: others, source: "smtp" as const };
  for (const one of await receiveMail({ recipients: [to], ...mail }, at)) await readArrival(one, at);
  return mails();
}
const mails = () => inTenant((scope) => scope.db.select().from(inboundMails).orderBy(inboundMails.receivedAt));
const talks = () => inTenant((scope) => scope.db.select().from(conversations));
const suppressed = () => inTenant((scope) => scope.db.select().from(suppressions));
const verdicts = async () => (await mails()).map(({ authenticity }): Authenticity => authenticity);
const propose = (mailId: string) => proposeAnswer({ tenantId: tenant.tenantId, mailId }, now);
const proposed = () => inTenant((scope) => scope.db.select().from(letters));

/** A recovery message to Ada that has left. */
async function messageToAda(): Promise<string> {
  await work(await draftFirst(tenant, ada, now), now);
  await inTenant((scope) => scope.db.update(messages).set({ status: "sent", sentAt: now, claim: null }));
  const [message] = await inTenant((scope) => scope.db.select().from(messages));
  return message?.id ?? "";
}

describe("a wish for silence", () => {
  test("in somebody else's name suppresses nobody, is shown to people and holds what is under way", async () => {
    await messageToAda();
    await arrive();
    expect(await mails()).toMatchObject([
      {
        authenticity: "failed",
        intent: "stop",
        proofs: [
          { by: "spf", result: "fail" },
          { by: "dmarc", result: "fail" },
        ],
      },
    ]);
    expect(await suppressed()).toEqual([]);
    expect(await talks()).toMatchObject([{ status: "open", waitsFor: "us", intent: "stop", pausesSince: now }]);
  });

  test("counts for the shopper whose message it answers, whoever wrote it: the message's link would have done the same", async () => {
    const id = await messageToAda();
    await arrive({ to: plusAddress(mailbox.address, id) });
    expect(await verdicts()).toEqual(["failed"]);
    expect(await suppressed()).toMatchObject([{ address: ada, messageId: id }]);
    expect(await talks()).toMatchObject([{ status: "closed", waitsFor: "nobody" }]);
  });

  test("that its domain has signed is kept", async () => {
    await arrive({ signed: true });
    expect(await verdicts()).toEqual(["proven"]);
    expect(await suppressed()).toMatchObject([{ address: ada, reason: "unsubscribed" }]);
  });

  test("is kept where DNS is away: no mail is lost by that", async () => {
    dns.failing.add("_dmarc.example.com");
    await arrive();
    expect(await verdicts()).toEqual(["not_known"]);
    expect(await suppressed()).toMatchObject([{ address: ada }]);
  });

  test("is kept where nothing proves it and its domain minds nobody's forging", async () => {
    dns.records.set("_dmarc.example.com", { TXT: ["v=DMARC1; p=none"] });
    await arrive();
    expect(await verdicts()).toEqual(["not_proven"]);
    expect(await suppressed()).toMatchObject([{ address: ada }]);
  });
});

describe("a question", () => {
  const text = "How much is delivery to Norway?";

  test("in somebody else's name gets no answer, and leaves the answer to their own where it is", async () => {
    const [own] = await arrive({ text, signed: true });
    await propose(own?.id ?? "");
    expect(await proposed()).toMatchObject([{ status: "queued", toAddresses: [ada] }]);
    const [, forged] = await arrive({
      text: "What is in my basket, and what does it cost?",
      at: new Date(now.getTime() + 60_000),
    });
    await propose(forged?.id ?? "");
    expect(await inTenant((scope) => findProposal(scope, forged?.id ?? ""))).toMatchObject({
      outcome: "not_authentic",
    });
    expect(await proposed()).toMatchObject([{ status: "queued" }]);
  });

  test("that nothing proves is answered by a person's leave alone, in every mode", async () => {
    dns.records.set("_dmarc.example.com", { TXT: ["v=DMARC1; p=none"] });
    const [mail] = await arrive({ text });
    await propose(mail?.id ?? "");
    expect(await proposed()).toMatchObject([
      { status: "pending_approval", flags: ["by_writer", "needs_person"], holds: ["finding"] },
    ]);
  });
});

test("by a relay of ours, who brought a mail is told by the header that the relay wrote", async () => {
  const door = await smtpListener({
    ...{ host: "127.0.0.1", port: 0, knows: isMailbox, onFault: (cause) => expect.fail(String(cause)) },
    take: async (mail) => {
      const taken = await receiveMail({ ...mail, ...(await readHead(mail.content)), source: "smtp" }, now);
      for (const one of taken) await readArrival(one, now);
    },
  });
  const transport = createTransport({ host: "127.0.0.1", port: door.port, ignoreTLS: true });
  const send = (subject: string, address: string) =>
    transport.sendMail({
      ...{ envelope: { from: ada, to: mailbox.address }, from: ada, to: mailbox.address, subject, text: "Hello?" },
      headers: {
        Received: `from mx.example.com (mx.example.com [${address}]) by relay.nordhem.example; Tue, 3 Mar 2026 09:11:00 +0000`,
      },
    });
  await send("One", "192.0.2.10");
  await send("Two", "198.51.100.7");
  transport.close();
  await door.close();
  expect((await mails()).map(({ subject, authenticity }) => `${subject} ${authenticity}`).toSorted()).toEqual([
    "One proven",
    "Two failed",
  ]);
  const arrivals = await inTenant((scope) => scope.db.select().from(mailArrivals));
  expect(arrivals.map(({ peerAddress, content }) => [peerAddress, content])).toEqual([
    [null, null],
    [null, null],
  ]);
});
