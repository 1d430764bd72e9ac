import { afterAll, beforeAll, expect, test } from "vitest";
import type { TenantRoute } from "#auth/tenant-route.ts";
import { asKey, asMember, asStranger, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { newId } from "#db/ids.ts";
import { applyWebhook } from "#inngest/apply-webhook.ts";
import { GET as exportFile } from "../compliance-requests/[id]/export/route.ts";
import { GET as listDemands } from "../compliance-requests/route.ts";
import { POST as replayOne } from "../webhook-events/[id]/replay/route.ts";
import { GET as readEvent } from "../webhook-events/[id]/route.ts";
import { POST as replayAll } from "../webhook-events/replay/route.ts";
import { GET as listEvents } from "../webhook-events/route.ts";
import { GET as getCredentials, PUT as putCredentials } from "./[id]/credentials/route.ts";
import { GET as health } from "./[id]/health/route.ts";
import { POST as testEvent } from "./[id]/test-event/route.ts";
import { GET as pulses } from "./health/route.ts";
import { POST as postShop } from "./route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;
let shopId = "";
let stored = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
  const body = { platform: "custom", name: "Kiosk", url: "https://kiosk.example", currency: "EUR" };
  const made = await (await asMember(one, "admin")).call(postShop, { body });
  shopId = (made.json as { shop: { id: string } }).shop.id;
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function storedEvent(outcome: string, body: Uint8Array | null = Buffer.from('{"email":"mia@example.com"}')) {
  // Ids of one millisecond have no order among each other.
  const id = newId("webhookEvent", new Date(Date.now() + 10 * ++stored));
  await workerSql()`insert into webhook_events (tenant_id, id, source_id, delivery_id, topic, body, received_at, outcome)
    values (${one.tenantId}, ${id}, ${shopId}, ${id}, 'cart.updated', ${body && Buffer.from(body)}, now(), ${outcome})`;
  return id;
}

type Rows = { rows: { id: string; outcome: string }[]; next: string | null };

test("lists stored requests newest first by page, shop and outcome, without bodies", async () => {
  const ids = [await storedEvent("applied"), await storedEvent("failed"), await storedEvent("applied")];
  const member = await asMember(one, "viewer");
  const page = async (query: Record<string, string>) => (await member.call(listEvents, { query })).json as Rows;
  const first = await page({ limit: "2" });
  expect(first.rows.map((row) => row.id)).toEqual([ids[2], ids[1]]);
  expect((await page({ limit: "2", after: first.next ?? "" })).rows.map((row) => row.id)).toEqual([ids[0]]);
  expect((await page({ outcome: "failed", shop: shopId })).rows.map((row) => row.id)).toEqual([ids[1]]);
  expect((await page({ shop: "shop_other" })).rows).toEqual([]);
  expect((await page({ origin: "shop,browser" })).rows).toHaveLength(3);
  expect((await page({ origin: "browser,test" })).rows).toEqual([]);
  expect((await member.call(listEvents, { query: { origin: "shop,other" } })).status).toBe(422);
  expect(JSON.stringify(await page({}))).not.toContain("mia@example.com");
});

test("the list of shops tells when each last spoke and how many of its requests failed", async () => {
  const { json } = await (await asMember(one, "viewer")).call(pulses);
  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect(json).toEqual({ data: [{ shopId, lastEventAt: at, failed: 1 }] });
  expect((await (await asMember(two, "admin")).call(pulses)).json).toEqual({ data: [] });
});

test("shows a raw body to admins alone, as text or, when it is none, in base64", async () => {
  const params = { id: await storedEvent("applied") };
  const answer = await (await asMember(one, "admin")).call(readEvent, { params });
  expect(answer).toMatchObject({ status: 200, json: { text: '{"email":"mia@example.com"}' } });
  expect((await (await asMember(one, "marketer")).call(readEvent, { params })).status).toBe(403);
  expect((await (await asKey(one, ["read", "admin"])).call(readEvent, { params })).status).toBe(403);
  const odd = { id: await storedEvent("rejected", new Uint8Array([255, 0, 1])) };
  expect(await (await asMember(one, "admin")).call(readEvent, { params: odd })).toMatchObject({
    json: { text: null, base64: "/wAB" },
  });
});

test("replays a failed event and all of them, but none that waits or was erased", async () => {
  const admin = await asMember(one, "admin");
  const replay = async (id: string) => (await admin.call(replayOne, { method: "POST", params: { id } })).status;
  const failed = await storedEvent("failed");
  expect(await replay(failed)).toBe(200);
  expect(await replay(failed)).toBe(409);
  expect(await replay(await storedEvent("failed", null))).toBe(409);
  expect(await replay("whe_none")).toBe(404);
  const more = await storedEvent("failed");
  expect((await admin.call(replayAll, { body: { shop: "shop_other" } })).json).toEqual({ replayed: 0, more: false });
  const { json } = await admin.call(replayAll, { body: {} });
  expect((json as { replayed: number }).replayed).toBeGreaterThanOrEqual(1);
  expect(await replay(more)).toBe(409);
  expect((await (await asMember(one, "marketer")).call(replayAll, { body: {} })).status).toBe(403);
});

test("a test event travels through the house and means nothing", async () => {
  const member = await asMember(one, "marketer");
  const { json } = await member.call(testEvent, { method: "POST", params: { id: shopId } });
  const { webhookEventId } = json as { webhookEventId: string };
  expect(await applyWebhook(one.tenantId, webhookEventId, new Date())).toEqual([]);
  expect((await member.call(health, { params: { id: shopId } })).json).toMatchObject({
    lastTest: { webhookEventId, outcome: "ignored" },
    reconciliation: { supported: false, configured: false, drift: 0 },
    signatureFailures: { total: 0, latest: [] },
  });
});

test("credentials are entered by admins, for the fields of the platform, and never shown", async () => {
  const body = { platform: "shopify", name: "Store", url: "https://store.myshopify.com", currency: "EUR" };
  const admin = await asMember(one, "admin");
  const made = await admin.call(postShop, { body: { ...body, secret: "a client secret of Shopify" } });
  const params = { id: (made.json as { shop: { id: string } }).shop.id };
  const { fields } = (await admin.call(getCredentials, { params })).json as { fields: { name: string }[] };
  const [name] = fields.map((field) => field.name);
  const put = (credentials: object) => admin.call(putCredentials, { method: "PUT", params, body: { credentials } });
  const answer = await put({ [name ?? ""]: "shpat_very-secret" });
  expect(answer).toMatchObject({
    status: 200,
    json: { fields: expect.arrayContaining([expect.objectContaining({ name, entered: true })]) },
  });
  expect(JSON.stringify(answer.json)).not.toContain("very-secret");
  const [row] = await workerSql()`select * from shop_credentials where shop_id = ${params.id}`;
  expect(JSON.stringify(row)).not.toContain("very-secret");
  expect((await put({ whatever: "x" })).status).toBe(422);
  expect((await put({ [name ?? ""]: "" })).json).toMatchObject({
    fields: expect.arrayContaining([expect.objectContaining({ name, entered: false })]),
  });
  const marketer = await asMember(one, "marketer");
  expect((await marketer.call(putCredentials, { method: "PUT", params, body: { credentials: {} } })).status).toBe(403);
});

test("hands the file of a demand to admins, and nothing where there is none", async () => {
  const demand = (id: string, file: string | null) => workerSql()`
    insert into compliance_requests (tenant_id, id, shop_id, webhook_event_id, request, received_at, export_json)
    values (${one.tenantId}, ${id}, ${shopId}, ${id}, 'data_request', now(), ${file})`;
  await demand("cmp_1", '[{"address":"mia@example.com"}]');
  await demand("cmp_2", null);
  const admin = await asMember(one, "admin");
  expect((await admin.call(listDemands)).json).toMatchObject({
    rows: [
      { id: "cmp_2", exported: false },
      { id: "cmp_1", exported: true, shop: { name: "Kiosk" } },
    ],
  });
  const file = await admin.call(exportFile, { params: { id: "cmp_1" } });
  expect(file.json).toEqual([{ address: "mia@example.com" }]);
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="cmp_1.json"');
  expect((await admin.call(exportFile, { params: { id: "cmp_2" } })).status).toBe(404);
  expect((await (await asMember(one, "marketer")).call(exportFile, { params: { id: "cmp_1" } })).status).toBe(403);
});

test("nothing of it is another tenant's or a stranger's", async () => {
  const id = await storedEvent("failed");
  const foreign = await asMember(two, "owner");
  const ofShop = { id: shopId };
  const credentials = { method: "PUT" as const, params: ofShop, body: { credentials: {} } };
  const calls: [TenantRoute, Parameters<typeof foreign.call>[1]][] = [
    [readEvent, { params: { id } }],
    [replayOne, { method: "POST", params: { id } }],
    [health, { params: ofShop }],
    [testEvent, { method: "POST", params: ofShop }],
    [getCredentials, { params: ofShop }],
    [putCredentials, credentials],
    [exportFile, { params: { id: "cmp_1" } }],
  ];
  for (const [route, call] of calls) {
    expect((await foreign.call(route, call)).status).toBe(404);
    expect((await asStranger().call(route, call)).status).toBe(401);
  }
  expect((await foreign.call(listEvents)).json).toEqual({ rows: [], next: null });
  expect((await foreign.call(listDemands)).json).toEqual({ rows: [], next: null });
  expect((await foreign.call(replayAll, { body: {} })).json).toEqual({ replayed: 0, more: false });
});
