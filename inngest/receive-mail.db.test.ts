import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { changeMailbox, createMailbox, type Mailbox } from "#db/mailboxes.ts";
import { suppressions } from "#db/schema/contacts.ts";
import { conversations, inboundFiles, inboundMails, mailArrivals } from "#db/schema/inbox.ts";
import { decisions, messageEvents, messages } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { plusAddress } from "#domain/inbound/message-ids.ts";
import { deliverMessages } from "./deliver-messages.ts";
import type { Announcement } from "./events.ts";
import { readArrival } from "./read-arrival.ts";
import { receiveMail } from "./receive-mail.ts";
import { draftFirst, type Told, work } from "./testing/drafted.ts";
import { mailText } from "./testing/mail-text.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";

let database: TestDatabase;
let tenant: TestTenant;
let mailbox: Mailbox;
const now = new Date("2026-03-03T09:11:00Z");
const ada = "ada@example.com";
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(open);
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function open() {
  tenant = await createLadderTenant(now, { policy: { oversightMode: "autonomous" } });
  const address = `hello${++count}@nordhem.example`;
  mailbox = await inTenant((scope) => createMailbox(scope, { address, name: "Nordhem" }, now));
}

const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenant.tenantId, work);

type Given = { headers?: Record<string, string>; text?: string; to?: string; from?: string; envelopeFrom?: string };

/** A mail that comes in and is read at once, as the door and the job do. */
async function arrive(given: Given = {}, at = now): Promise<Announcement[]> {
  const { headers = {}, text, to = mailbox.address, from = ada, envelopeFrom = from } = given;
  const content = mailText({ From: `Ada <${from}>`, To: to, ...headers }, text);
  const head = { messageId: headers["Message-ID"] ?? "<one@mail.example.com>", fromAddress: from };
  const taken = await receiveMail({ recipients: [to], content, source: "smtp", envelopeFrom, ...head }, at);
  const told = [];
  for (const { tenantId, arrivalId } of taken) told.push(...(await readArrival({ tenantId, arrivalId }, at)));
  return told;
}
const mails = () => inTenant((scope) => scope.db.select().from(inboundMails).orderBy(asc(inboundMails.receivedAt)));
const talks = () => inTenant((scope) => scope.db.select().from(conversations).orderBy(asc(conversations.createdAt)));
const suppressed = () => inTenant((scope) => scope.db.select().from(suppressions));
const enrollmentOf = async ({ enrollmentId }: Told) =>
  (await inTenant((scope) => scope.db.select().from(enrollments).where(eq(enrollments.id, enrollmentId))))[0];
const messageOf = async () => (await inTenant((scope) => scope.db.select().from(messages)))[0];

/** A first message that has left, or that waits in the queue. */
async function shopper({ sent }: { sent: boolean }): Promise<Told> {
  const told = await draftFirst(tenant, ada, now);
  await work(told, now);
  if (sent) await inTenant((scope) => scope.db.update(messages).set({ status: "sent", sentAt: now, claim: null }));
  else
    await inTenant((scope) =>
      scope.db.update(messages).set({ status: "queued", sentAt: null, claim: null, html: null }),
    );
  return told;
}
const tagged = async () => plusAddress(mailbox.address, (await messageOf())?.id ?? "");

test("a mail to nobody's address is not stored", async () => {
  await arrive({ to: "x@nowhere.example" });
  expect(await inTenant((scope) => scope.db.select().from(mailArrivals))).toEqual([]);
});

test("a mail opens a conversation that waits for us, its own words apart from the quoted", async () => {
  const quote = "On Tue, Mar 3, 2026 at 10:11 AM Shop <hello@nordhem.example> wrote:\n> Your basket";
  const told = await arrive({ text: `Does it come in blue?\n\n${quote}` });
  const [mail] = await mails();
  expect(mail).toMatchObject({ text: "Does it come in blue?", intent: "question", isAutomatic: false, quoted: quote });
  expect(await talks()).toMatchObject([{ status: "open", waitsFor: "us", withAddress: ada, intent: "question" }]);
  expect(told).toEqual([{ name: "mail/received", data: { tenantId: tenant.tenantId, mailId: mail?.id } }]);
  const [arrival] = await inTenant((scope) => scope.db.select().from(mailArrivals));
  expect(arrival).toMatchObject({ content: null, mailId: mail?.id });
});

test("the same mail by two doors counts once", async () => {
  await arrive();
  await arrive({ headers: { Received: "from elsewhere" } });
  expect(await mails()).toHaveLength(1);
  expect(await talks()).toHaveLength(1);
});

describe("an answer to a recovery message", () => {
  test("is tied to its contact, cart and enrollment by the address alone, and what is queued waits", async () => {
    const told = await shopper({ sent: false });
    const to = await tagged();
    await arrive({ to });
    const enrollment = await enrollmentOf(told);
    const { contactId, cartId } = enrollment ?? {};
    expect(await talks()).toMatchObject([{ contactId, cartId, enrollmentId: told.enrollmentId, pausesSince: now }]);
    expect(await messageOf()).toMatchObject({ status: "queued", reason: "replied" });
    const later = new Date(now.getTime() + 7 * 3_600_000);
    await deliverMessages([{ tenantId: tenant.tenantId, id: (await messageOf())?.id ?? "" }], "run", later);
    expect(await messageOf()).toMatchObject({ status: "queued", reason: "replied", sentAt: null });
  });

  test("is tied by the Message-ID that a mailer kept, where the address was lost", async () => {
    const told = await shopper({ sent: true });
    const id = (await messageOf())?.id;
    await arrive({ headers: { "In-Reply-To": `<${id}@shop.example>` }, from: "ada@home.example" });
    expect(await talks()).toMatchObject([{ enrollmentId: told.enrollmentId, withAddress: "ada@home.example" }]);
  });

  test("lets an open sequence wait, with its reason in the cart's clock", async () => {
    const told = await shopper({ sent: true });
    await arrive({ to: await tagged() });
    const rows = await inTenant((scope) =>
      scope.db.select().from(decisions).where(eq(decisions.enrollmentId, told.enrollmentId)),
    );
    expect(rows.at(-1)).toMatchObject({ kind: "wait", reason: "replied", position: 1 });
    expect(await enrollmentOf(told)).toMatchObject({ closedAt: null, nextDueAt: rows.at(-1)?.until });
  });

  test("that asks for silence suppresses the address and ends every sequence", async () => {
    const told = await shopper({ sent: true });
    const announced = await arrive({ to: await tagged(), text: "Stop\n\nAda" });
    expect(await suppressed()).toMatchObject([{ address: ada, reason: "unsubscribed" }]);
    expect(await enrollmentOf(told)).toMatchObject({ closeReason: "suppressed" });
    expect(await talks()).toMatchObject([{ status: "closed", waitsFor: "nobody", pausesSince: null, intent: "stop" }]);
    expect(announced.map(({ name }) => name)).toEqual(["mail/received", "enrollment/closed"]);
  });

  test.each<[string, Given]>([
    [
      "an absence notice",
      { headers: { "Auto-Submitted": "auto-replied", Subject: "Automatic reply: Hi" }, text: "I am on vacation. Stop" },
    ],
    ["a mailing list", { headers: { "List-Id": "<x.example>" }, text: "unsubscribe" }],
    ["the null sender", { envelopeFrom: "", text: "stop" }],
    ["our own mail that came back", { headers: { "X-Comeback-Identity": "ey" } }],
  ])("by a machine pauses nothing and asks for nothing: %s", async (_, given) => {
    const told = await shopper({ sent: false });
    await arrive({ ...given, to: await tagged() });
    expect(await messageOf()).toMatchObject({ status: "queued", reason: null });
    expect(await enrollmentOf(told)).toMatchObject({ closedAt: null });
    expect(await suppressed()).toEqual([]);
    expect(await talks()).toMatchObject([{ status: "closed", waitsFor: "nobody", pausesSince: null }]);
    expect(await mails()).toMatchObject([{ isAutomatic: true }]);
  });
});

describe("a delivery report", () => {
  const report = (id: string, recipient: string, status: string) => ({
    from: "mailer-daemon@mx.example.com",
    envelopeFrom: "",
    headers: {
      Subject: "Undelivered Mail",
      "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b"',
    },
    text: [
      "--b\nContent-Type: text/plain\n\nIt could not be delivered.",
      `--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; ${recipient}\nAction: failed\nStatus: ${status}`,
      `--b\nContent-Type: message/rfc822\n\nMessage-ID: <${id}@shop.example>\nSubject: Your basket\n\nHello`,
      "--b--",
    ].join("\n"),
  });

  test("about a mail of ours writes its address off, as a bounce does", async () => {
    const told = await shopper({ sent: true });
    await arrive(report((await messageOf())?.id ?? "", ada, "5.1.1"));
    expect(await suppressed()).toMatchObject([{ address: ada, reason: "bounced" }]);
    expect(await enrollmentOf(told)).toMatchObject({ closeReason: "suppressed" });
    expect(await inTenant((scope) => scope.db.select().from(messageEvents))).toMatchObject([{ kind: "bounced" }]);
    expect(await mails()).toMatchObject([{ intent: "bounce", isAutomatic: true }]);
  });

  test.each<[string, string, string]>([
    ["another address than the mail went to", "eve@example.com", "5.1.1"],
    ["what may pass", ada, "4.2.2"],
  ])("writes nobody off: %s", async (_, recipient, status) => {
    await shopper({ sent: true });
    await arrive(report((await messageOf())?.id ?? "", recipient, status));
    expect(await suppressed()).toEqual([]);
  });

  test("about no mail of ours writes nobody off", async () => {
    await shopper({ sent: true });
    await arrive(report("msg_01kb0000000000000000000000", ada, "5.1.1"));
    expect(await suppressed()).toEqual([]);
  });
});

test("files are kept by what they are, and not at all where the mailbox keeps none", async () => {
  const parts = (id: string) => ({
    headers: { "Message-ID": `<${id}@x>`, "Content-Type": 'multipart/mixed; boundary="b"' },
    text: [
      "--b\nContent-Type: text/plain\n\nSee the picture",
      `--b\nContent-Type: image/png; name="a.png"\nContent-Transfer-Encoding: base64\n\n${Buffer.from("89504e470d0a1a0a00", "hex").toString("base64")}`,
      `--b\nContent-Type: image/png; name="b.png"\nContent-Transfer-Encoding: base64\n\n${Buffer.from("MZ program").toString("base64")}`,
      "--b--",
    ].join("\n"),
  });
  const files = () =>
    inTenant((scope) => scope.db.select().from(inboundFiles).orderBy(inboundFiles.mailId, inboundFiles.position));
  await arrive(parts("kept"));
  expect(await files()).toMatchObject([
    { name: "a.png", contentType: "image/png", refusedBecause: null, byteCount: 9 },
    { name: "b.png", contentType: "application/x-msdownload", refusedBecause: "dangerous_type", content: null },
  ]);
  await inTenant((scope) => changeMailbox(scope, mailbox.id, { keepsFiles: false }));
  await arrive(parts("not"), new Date(now.getTime() + 1));
  expect((await files()).slice(2).map((file) => [file.refusedBecause, file.content])).toEqual([
    ["mailbox_keeps_none", null],
    ["dangerous_type", null],
  ]);
});
