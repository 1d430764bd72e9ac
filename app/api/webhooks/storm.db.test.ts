import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { createShop, rotateSecret, saveShop } from "#db/shops.ts";
import { inngest } from "#inngest/client.ts";
import { createLadderTenant } from "#inngest/testing/tenant.ts";
import { untilTold } from "./answers.ts";
import { receiveShopWebhook, takeShopWebhook } from "./receive-shop-webhook.ts";

let database: TestDatabase;
let place: { tenantId: string; id: string };
const secret = "a client secret of Shopify";

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  const now = await currentTime();
  const { tenantId } = await createLadderTenant(now);
  const given = {
    platform: "shopify" as const,
    name: "Nordhem",
    url: "https://n.example",
    currency: "EUR",
    secret,
    now,
  };
  const { shop } = await withScope(tenantId, (scope) => createShop(scope, given));
  place = { tenantId, id: shop.id };
});
afterAll(async () => {
  vi.restoreAllMocks();
  await closeConnections();
  await database.drop();
});

function signed(delivery: string, body: Uint8Array, key = secret): Headers {
  const signature = createHmac("sha256", key).update(body).digest("base64");
  const headers = { "x-shopify-topic": "checkouts/update", "x-shopify-webhook-id": delivery };
  return new Headers({ ...headers, "x-shopify-hmac-sha256": signature });
}

const take = (delivery: string, body: Uint8Array, key?: string) =>
  takeShopWebhook({ headers: signed(delivery, body, key), body }, "shopify", place.id);

test("a storm is stored byte by byte, each delivery once, and told of in few words that name each row once", async () => {
  const send = vi.spyOn(inngest, "send").mockResolvedValue({ ids: [] });
  const bodies = Array.from({ length: 300 }, (_, index) =>
    Uint8Array.from({ length: (index * 7) % 500 }, (_, byte) => (byte * 31 + index) % 256),
  );
  const asked = [...bodies.keys(), ...bodies.keys()];
  const replies = await Promise.all(asked.map((index) => take(`storm-${index}`, bodies[index] ?? new Uint8Array())));
  await untilTold();
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
  expect(replies.filter(({ json }) => (json as { duplicate: boolean }).duplicate)).toHaveLength(300);
  const rows = await workerSql()<{ id: string; delivery: string; body: Uint8Array }[]>`
    select id, delivery_id as delivery, body from webhook_events where delivery_id like 'storm-%'`;
  expect(rows).toHaveLength(300);
  for (const { delivery, body } of rows)
    expect(Buffer.from(bodies[Number(delivery.slice(6))] ?? []).equals(body)).toBe(true);
  const told = send.mock.calls.flatMap(([events]) => events as { data: { webhookEventIds: string[] } }[]);
  expect(told.length).toBeLessThan(20);
  expect(told.flatMap(({ data }) => data.webhookEventIds).sort()).toEqual(rows.map(({ id }) => id).sort());
  send.mockRestore();
});

test("a server that reads bytes itself and one that brings a Request get the same answer", async () => {
  vi.spyOn(inngest, "send").mockResolvedValue({ ids: [] });
  const body = Buffer.from("{}");
  for (const [delivery, key] of [
    ["same", secret],
    ["same", secret],
    ["other", "wrong"],
  ] as const) {
    const reply = await take(`bytes-${delivery}`, body, key);
    const headers = signed(`request-${delivery}`, body, key);
    const request = new Request("http://127.0.0.1/", { method: "POST", headers, body });
    const response = await receiveShopWebhook(request, "shopify", place.id);
    expect([response.status, await response.json()]).toEqual([reply.status, reply.json]);
  }
});

test("a shop kept in mind takes a new secret and closes its door at once, here and within a second elsewhere", async () => {
  vi.spyOn(inngest, "send").mockResolvedValue({ ids: [] });
  const body = Buffer.from("{}");
  expect((await take("r1", body)).status).toBe(200);
  const now = await currentTime();
  await withScope(place.tenantId, (scope) => rotateSecret(scope, place.id, { secret: "a newer secret", now }));
  expect((await take("r2", body, "a newer secret")).status).toBe(200);
  expect((await take("r3", body)).status).toBe(200);
  await withScope(place.tenantId, (scope) => saveShop(scope, place.id, { disabledAt: now }));
  expect((await take("r4", body)).status).toBe(410);
  await withScope(place.tenantId, (scope) => saveShop(scope, place.id, { disabledAt: null }));
  expect((await take("r5", body)).status).toBe(200);
  await workerSql()`update shops set disabled_at = ${now.toISOString()} where id = ${place.id}`;
  await expect.poll(async () => (await take(`r-${performance.now()}`, body)).status).toBe(410);
});
