import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { listMails, readMail } from "./message-views.ts";
import { queueMessage, recordMessageEvent } from "./messages.ts";
import { systemMails } from "./schema/messages.ts";
import { withScope } from "./scope.ts";
import { tellCart, tellTenant } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const database = await createTestDatabase();

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("one", now);
  await tellTenant("two", now);
  await tellCart({ tenant: "one", key: "ada", at: hoursAgo(9), sentAt: hoursAgo(5) });
  await tellCart({ tenant: "one", key: "ben", at: hoursAgo(9), sentAt: hoursAgo(3) });
  await tellCart({ tenant: "one", key: "cleo", at: hoursAgo(2) });
  await tellCart({ tenant: "two", key: "foreign", at: hoursAgo(9), sentAt: hoursAgo(1) });
  await withScope("ten_one", async (scope) => {
    const report = { messageId: "msg_ada", providerEventId: "one", kind: "delivered" as const, at: hoursAgo(4) };
    await recordMessageEvent(scope, report, now);
    const text = { subject: "A test of your reminder", html: "<p>Test</p>", text: "Test", status: "sent" as const };
    const mail = { tenantId: "ten_one", id: "sys_1", kind: "test_send" as const, toAddress: "mia@shop.example" };
    await scope.db.insert(systemMails).values({ ...mail, ...text, createdAt: hoursAgo(4) });
    const path = { decisionId: "dec_cleo", enrollmentId: "enr_cleo", cartId: "cart_cleo", contactId: "con_cleo" };
    const head = { toAddress: "cleo@example.com", fromAddress: "shop@example.com", subject: "Soon" };
    await queueMessage(scope, { ...path, ...head, draftId: "drf_cleo", position: 0, incentiveId: null }, now);
  });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inOne = <T>(work: Parameters<typeof withScope<T>>[1]) => withScope("ten_one", work);

test("lists mail to shoppers and members together, newest first, a page at a time", async () => {
  const first = await inOne((scope) => listMails(scope, { left: true, limit: 2 }));
  expect(first.rows).toMatchObject([
    { id: "msg_ben", kind: "recovery" },
    { id: "sys_1", kind: "test_send" },
  ]);
  const second = await inOne((scope) => listMails(scope, { left: true, limit: 2, after: first.next ?? "" }));
  expect(second).toMatchObject({ rows: [{ id: "msg_ada", reports: ["delivered"] }], next: null });
});

test("what has not left is a list of its own", async () => {
  const { rows } = await inOne((scope) => listMails(scope, { left: false }));
  expect(rows).toMatchObject([{ to: "cleo@example.com", status: "queued" }]);
});

test("finds by address", async () => {
  const { rows } = await inOne((scope) => listMails(scope, { left: true, search: "MIA@" }));
  expect(rows.map((row) => row.id)).toEqual(["sys_1"]);
});

test("reads both kinds, and none of another tenant", async () => {
  expect(await inOne((scope) => readMail(scope, "msg_ada"))).toMatchObject({ text: "Hello", cartId: "cart_ada" });
  expect(await inOne((scope) => readMail(scope, "sys_1"))).toMatchObject({ html: "<p>Test</p>", from: null });
  await expect(inOne((scope) => readMail(scope, "msg_foreign"))).rejects.toMatchObject({ code: "not_found" });
});
