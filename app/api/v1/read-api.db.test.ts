import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { asKey, asMember, asStranger, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import type { TestDatabase } from "#bin/testing/database.ts";
import { createDemoDatabase } from "#bin/testing/demo-database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import type { Demo } from "#db/seed/demo.ts";
import { answerApi } from "./answer-api.ts";
import { getCart as getCartOperation } from "./carts/get-cart.ts";
import { listCarts } from "./carts/list-carts.ts";
import { listConversions as listConversionsOperation } from "./conversions/list-conversions.ts";
import { listMessages as listMessagesOperation } from "./messages/list-messages.ts";
import { serve } from "./serve.ts";

const getCart = serve(getCartOperation);
const findCarts = serve(listCarts);
const listConversions = serve(listConversionsOperation);
const listMessages = serve(listMessagesOperation);

let database: TestDatabase;
let demo: Demo;
let other: TestTenant;
let one: { id: string; external_id: string; address: string };

beforeAll(async () => {
  const seeded = await createDemoDatabase();
  ({ demo } = seeded);
  database = seeded;
  await connectTo(database);
  other = await createTestTenant("Other");
  const [row] = await workerSql()<(typeof one)[]>`
    select c.id, c.external_id, p.address from carts c join contacts p on p.id = c.contact_id
    where (select count(*) from messages m where m.cart_id = c.id) = 3 and c.order_id is not null limit 1`;
  if (!row) throw new Error("no cart had three messages");
  one = row;
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const demoKey = () => asKey({ tenantId: demo.tenantId, name: "demo" }, ["read"]);

test("finds a cart by the shop's id or by its contact, and tells its clock and every decision", async () => {
  const key = await demoKey();
  const found = await key.call(findCarts, { query: { externalId: one.external_id } });
  expect(found.json).toMatchObject({ data: [{ id: one.id, externalId: one.external_id }], next: null });
  const byContact = await key.call(findCarts, { query: { contact: one.address.toUpperCase() } });
  expect(JSON.stringify(byContact.json)).toContain(one.id);
  const { status, json } = await key.call(getCart, { params: { id: one.id } });
  expect(status).toBe(200);
  expect(json).toMatchObject({
    id: one.id,
    contact: { address: one.address },
    clock: { nextStepAt: null, blockedBy: "ordered" },
    decisions: [{ position: 0, kind: "send", reason: null }, { position: 1 }, { position: 2 }],
  });
});

test("tells by name why a held-out cart gets nothing", async () => {
  const [held] = await workerSql()<{ cart_id: string }[]>`
    select e.cart_id from enrollments e join carts c on c.id = e.cart_id
    where e.arm_kind = 'holdout' and c.ordered_at is null and c.deleted_at is null limit 1`;
  const { json } = await (await demoKey()).call(getCart, { params: { id: held?.cart_id ?? "" } });
  expect(json).toMatchObject({ clock: { blockedBy: "holdout" }, decisions: [{ kind: "stop", reason: "holdout" }] });
});

test("lists a contact's messages with both parts, newest first", async () => {
  const { json } = await (await demoKey()).call(listMessages, { query: { contact: one.address } });
  const { data } = json as { data: { to: string; html: string; text: string; headers: object; sentAt: string }[] };
  expect(data.length).toBeGreaterThanOrEqual(3);
  for (const message of data) {
    expect(message).toMatchObject({ to: one.address, channel: "email", status: "sent" });
    expect(message.html).toContain("/r/");
    expect(message.text).toContain("Nordlicht");
    expect(message.headers).toHaveProperty("List-Unsubscribe-Post");
  }
  const times = data.map((message) => message.sentAt);
  expect(times).toEqual([...times].sort().reverse());
});

test("pages through conversions without losing or repeating one", async () => {
  const key = await demoKey();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { json } = await key.call(listConversions, { query: { limit: "200", ...(cursor ? { cursor } : {}) } });
    const page = json as { data: { id: string }[]; next: string | null };
    seen.push(...page.data.map((one) => one.id));
    cursor = page.next ?? undefined;
  } while (cursor);
  const [row] = await workerSql()<{ n: number }[]>`select count(*)::int as n from conversions`;
  expect(seen).toHaveLength(row?.n ?? -1);
  expect(new Set(seen).size).toBe(seen.length);
});

test("shows another tenant nothing of it", async () => {
  const key = await asKey(other, ["read"]);
  expect(await key.call(findCarts, { query: { contact: one.address } })).toMatchObject({
    json: { data: [], next: null },
  });
  expect(await key.call(getCart, { params: { id: one.id } })).toMatchObject({
    status: 404,
    json: { error: { code: "not_found" } },
  });
  expect(await key.call(listMessages, { query: {} })).toMatchObject({ json: { data: [], next: null } });
  expect(await key.call(listConversions)).toMatchObject({ json: { data: [], next: null } });
});

test("needs a key that may read", async () => {
  expect(await asStranger().call(listMessages)).toMatchObject({
    status: 401,
    json: { error: { code: "unauthenticated" } },
  });
  const sender = await asKey(other, ["send"]);
  expect(await sender.call(listMessages)).toMatchObject({ status: 403, json: { error: { code: "forbidden" } } });
  expect(await (await asMember(other, "viewer")).call(listMessages)).toMatchObject({ status: 200 });
});

test("refuses an unknown state, an unknown parameter and a broken cursor", async () => {
  const key = await demoKey();
  expect(await key.call(findCarts, { query: { state: "lost" } })).toMatchObject({
    status: 422,
    json: { error: { code: "invalid", field: "state" } },
  });
  expect(await key.call(listMessages, { query: { offset: "3" } })).toMatchObject({ status: 422 });
  expect(await key.call(listMessages, { query: { cursor: "nonsense" } })).toMatchObject({ status: 422 });
});

test("what the oversight queue lists is decided there by its id alone, a draft like a letter", async () => {
  const person = await asMember({ tenantId: demo.tenantId, name: "demo" }, "marketer");
  const listed = z.object({ data: z.array(z.object({ id: z.string(), wordsHash: z.string() })) });
  const pending = async () => listed.parse((await person.call(answerApi, { path: "/v1/oversight/pending" })).json).data;
  const [first, second] = await pending();
  if (!first || !second) throw new Error("nothing waits in the demo");
  const decide = (body: object) => person.call(answerApi, { path: "/v1/oversight/decide", body });
  expect(await decide({ id: first.id, decision: "reject" })).toMatchObject({
    status: 422,
    json: { error: { field: "reason" } },
  });
  const stale = await decide({ id: first.id, decision: "approve", wordsHash: "of other words" });
  expect(stale.status).toBe(409);
  const refused = await decide({ id: first.id, decision: "reject", reason: "Too pushy" });
  expect(refused).toMatchObject({
    status: 200,
    json: { id: first.id, status: "rejected", reviewId: expect.any(String) },
  });
  expect((await pending()).map(({ id }) => id)).not.toContain(first.id);
  expect((await decide({ id: "drf_none", decision: "approve" })).status).toBe(404);
  const stranger = await asMember(other, "owner");
  const theirs = { path: "/v1/oversight/decide", body: { id: second.id, decision: "approve" } };
  expect((await stranger.call(answerApi, theirs)).status).toBe(404);
});
