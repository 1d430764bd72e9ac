import { asc } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { newId } from "#db/ids.ts";
import { createMailbox } from "#db/mailboxes.ts";
import { conversations, inboundMails } from "#db/schema/inbox.ts";
import { withScope } from "#db/scope.ts";
import { createTenant } from "#db/tenants.ts";
import { readArrival } from "./read-arrival.ts";
import { receiveMail } from "./receive-mail.ts";
import { mailText } from "./testing/mail-text.ts";

let database: TestDatabase;
const now = new Date("2026-03-03T09:11:00Z");
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

type Sent = { id: string; minutes: number; headers: Record<string, string>; text?: string; from?: string };

const minute = 60_000;
const thread: Sent[] = [
  { id: "a", minutes: 0, headers: { Subject: "Lamp" } },
  { id: "b", minutes: 1, headers: { Subject: "Re: Lamp", "In-Reply-To": "<a@x>" }, text: "Hello? Anybody?" },
  { id: "c", minutes: 2, headers: { Subject: "Other words", References: "<a@x> <b@x>" }, text: "stop" },
  { id: "d", minutes: 3, headers: { Subject: "lamp" }, text: "And in green?" },
  { id: "e", minutes: 4, headers: { Subject: "Chair" } },
  { id: "f", minutes: 5, headers: { Subject: "Chair", "Auto-Submitted": "auto-replied" } },
  { id: "g", minutes: 6, from: "eve@example.com", headers: { Subject: "Lamp", References: "<a@x>" } },
];

/** What conversations there are once mails came in an order, each by its mails. */
async function outcome(order: Sent[]) {
  const tenantId = newId("tenant", now);
  const to = `hello${++count}@nordhem.example`;
  await withScope(tenantId, async (scope) => {
    await createTenant(scope, { name: "Shop", currency: "EUR", language: "en", timeZone: "Europe/Oslo", now });
    await createMailbox(scope, { address: to, name: "Nordhem" }, now);
  });
  for (const { id, minutes, headers, text, from = "ada@example.com" } of order) {
    const messageId = `<${id}@x>`;
    const at = new Date(now.getTime() + minutes * minute);
    const content = mailText({ From: from, To: to, "Message-ID": messageId, ...headers }, text);
    const mail = { content, messageId, fromAddress: from, source: "smtp" as const, envelopeFrom: from };
    for (const { arrivalId } of await receiveMail({ recipients: [to], ...mail }, at))
      await readArrival({ tenantId, arrivalId }, at);
  }
  return withScope(tenantId, async (scope) => {
    const mails = await scope.db.select().from(inboundMails).orderBy(asc(inboundMails.receivedAt));
    const found = await scope.db.select().from(conversations);
    return found
      .map(({ id, tenantId: _, mailboxId: __, ...rest }) => ({
        ...rest,
        its: mails.flatMap((mail) => (mail.conversationId === id ? [mail.messageIdHeader] : [])),
      }))
      .toSorted((one, other) => (String(one.its) < String(other.its) ? -1 : 1));
  });
}

test("mails end alike in whatever order they come and however often", async () => {
  const expected = await outcome(thread);
  expect(expected).toMatchObject([
    { its: ["<a@x>", "<b@x>", "<c@x>", "<d@x>"], status: "open", waitsFor: "us", subject: "Lamp" },
    { its: ["<e@x>", "<f@x>"], status: "open", intent: "question" },
    { its: ["<g@x>"], withAddress: "eve@example.com" },
  ]);
  expect(expected[0]?.pausesSince).toEqual(new Date(now.getTime() + 3 * minute));
  const orders = fc
    .shuffledSubarray(thread, { minLength: thread.length })
    .chain((order) => fc.subarray(thread).map((again) => [...order, ...again]));
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      expect(await outcome(order)).toEqual(expected);
    }),
    { numRuns: 8 },
  );
});
