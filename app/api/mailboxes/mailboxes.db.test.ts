import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asMember, asStranger, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { archiveMailbox, createMailbox, type Mailbox } from "#db/mailboxes.ts";
import { mailArrivals } from "#db/schema/inbox.ts";
import { withScope } from "#db/scope.ts";
import type { Role } from "#domain/member.ts";
import { receiveMail } from "#inngest/receive-mail.ts";
import { mailText } from "#inngest/testing/mail-text.ts";
import { POST as bringIn } from "./[id]/mails/route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;
let mailbox: Mailbox;
const address = "hello@nordhem.example";

beforeAll(async () => {
  // Nobody to tell: what was stored is stored all the same.
  vi.stubEnv("INNGEST_BASE_URL", "http://127.0.0.1:1");
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
  mailbox = await withScope(one.tenantId, (scope) => createMailbox(scope, { address, name: "Nordhem" }, new Date()));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
  vi.unstubAllEnvs();
});

async function send(tenant: TestTenant | null, content: Uint8Array, role: Role = "marketer") {
  const caller = tenant ? await asMember(tenant, role) : asStranger();
  const request = new Request(`http://localhost:3000/api/mailboxes/${mailbox.id}/mails`, {
    method: "POST",
    headers: { ...caller.headers, "content-type": "message/rfc822" },
    body: new Uint8Array(content),
  });
  const answer = await bringIn(request, { params: Promise.resolve({ id: mailbox.id }) });
  return { status: answer.status, json: await answer.json() };
}
const stored = (tenant: TestTenant) => withScope(tenant.tenantId, (scope) => scope.db.select().from(mailArrivals));

test("a mail that is brought in by hand is taken in once", async () => {
  const content = mailText({ "Message-ID": "<by-hand@x>" });
  expect(await send(one, content)).toEqual({ status: 202, json: { isNew: true } });
  expect(await send(one, content)).toEqual({ status: 202, json: { isNew: false } });
  expect(await stored(one)).toMatchObject([{ mailboxId: mailbox.id, source: "upload", byteCount: content.byteLength }]);
});

test.each<[string, () => Parameters<typeof send>, number]>([
  ["a stranger", () => [null, mailText({})], 401],
  ["a viewer", () => [one, mailText({}), "viewer"], 403],
  ["another tenant", () => [two, mailText({})], 404],
  ["what is no mail", () => [one, Buffer.from("%PDF-1.7")], 422],
  ["nothing", () => [one, Buffer.alloc(0)], 422],
  ["more than 25 MB", () => [one, Buffer.alloc(25 * 1_048_576 + 1, 32)], 413],
])("refuses %s", async (_, given, status) => {
  expect((await send(...given())).status).toBe(status);
  expect(await stored(two)).toEqual([]);
});

test("an address is one tenant's only, also after its mailbox was closed", async () => {
  const taken = () => withScope(two.tenantId, (scope) => createMailbox(scope, { address, name: "Mine" }, new Date()));
  await expect(taken()).rejects.toMatchObject({ code: "conflict", field: "address" });
  await withScope(one.tenantId, (scope) => archiveMailbox(scope, mailbox.id, new Date()));
  await expect(taken()).rejects.toMatchObject({ code: "conflict", field: "address" });
  const mail = {
    content: mailText({}),
    messageId: "<late@x>",
    fromAddress: "a@b.example",
    envelopeFrom: "a@b.example",
  };
  expect(await receiveMail({ recipients: [address], ...mail, source: "smtp" }, new Date())).toEqual([]);
  const again = await withScope(one.tenantId, (scope) => createMailbox(scope, { address, name: "Again" }, new Date()));
  expect(again).toMatchObject({ id: mailbox.id, name: "Again", archivedAt: null });
});
