import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { nobody, upsertContact } from "#db/contacts.ts";
import { erasePerson } from "#db/erasure.ts";
import { exportPerson } from "#db/export-person.ts";
import { newId } from "#db/ids.ts";
import { createMailbox } from "#db/mailboxes.ts";
import { conversations, inboundFiles, inboundMails } from "#db/schema/inbox.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { createTenant } from "#db/tenants.ts";
import { readArrival } from "./read-arrival.ts";
import { receiveMail } from "./receive-mail.ts";
import { everywhere } from "./testing/everywhere.ts";
import { mailText } from "./testing/mail-text.ts";

let database: TestDatabase;
const now = new Date("2026-03-03T09:11:00Z");
const tenantId = newId("tenant", now);
const address = "wilhelmine@example.com";
const to = "hello@nordhem.example";

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  await inTenant(async (scope) => {
    await createTenant(scope, { name: "Shop", currency: "EUR", language: "en", timeZone: "Europe/Oslo", now });
    await createMailbox(scope, { address: to, name: "Nordhem" }, now);
  });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenantId, work);

async function arrive(from: string, id: string, { text, isRead }: { text: string; isRead: boolean }): Promise<void> {
  const headers = { From: `Wilhelmine Vogelsang <${from}>`, To: to, "Message-ID": `<${id}@x>`, Subject: "Vogelsang" };
  const content = mailText({ ...headers, "Content-Type": 'multipart/mixed; boundary="b"' }, text);
  const mail = { content, messageId: `<${id}@x>`, fromAddress: from, envelopeFrom: from, source: "smtp" as const };
  for (const { arrivalId } of await receiveMail({ recipients: [to], ...mail }, now))
    if (isRead) await readArrival({ tenantId, arrivalId }, now);
}
const withFile = (words: string) =>
  `--b\nContent-Type: text/plain\n\n${words}\n--b\nContent-Type: text/plain; name="vogelsang.txt"\nContent-Disposition: attachment\n\nthe Vogelsang file\n--b--`;

test("a person's mails, files and names go when they are erased, and what others wrote stays", async () => {
  await inTenant((scope) =>
    upsertContact(
      scope,
      { ...nobody, email: address },
      { shopId: "shop_1", sourceUpdatedAt: now, consentSource: "test" },
      now,
    ),
  );
  await arrive(address, "read", { text: withFile("I am Wilhelmine. Is it oak?"), isRead: true });
  await arrive(address, "waiting", { text: withFile("Hello?"), isRead: false });
  await arrive("otto@example.com", "other", { text: withFile("What about me?"), isRead: true });
  const given = await inTenant((scope) => exportPerson(scope, address));
  expect(given?.mails).toMatchObject([{ text: "I am Wilhelmine. Is it oak?" }]);
  expect(given?.conversations).toHaveLength(1);
  expect(given?.files).toMatchObject([{ name: "vogelsang.txt" }]);
  await inTenant((scope) => erasePerson(scope, address, now));
  expect(await everywhere([address, "I am Wilhelmine"])).toEqual([]);
  const left = await inTenant(async (scope) => ({
    talks: await scope.db.select().from(conversations),
    mails: await scope.db.select().from(inboundMails),
    files: await scope.db.select().from(inboundFiles),
  }));
  expect(left.talks).toHaveLength(2);
  expect(left.mails.map(({ fromAddress, text }) => [fromAddress, text])).toEqual(
    expect.arrayContaining([
      [null, ""],
      ["otto@example.com", "What about me?"],
    ]),
  );
  expect(left.files).toHaveLength(1);
});
