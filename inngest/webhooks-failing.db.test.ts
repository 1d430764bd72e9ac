import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsDueEndpoints } from "#db/across-tenants-webhooks.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { listSystemMails } from "#db/system-mails.ts";
import { claimDeliveries } from "#db/webhook-deliveries.ts";
import { resumeEndpoint } from "#db/webhook-endpoints.ts";
import { at, hearing, inside, seconds, start } from "./testing/hearing.ts";
import { openReceiver } from "./testing/receiver.ts";
import type { WebhookRules } from "./webhook-rules.ts";

const database = await createTestDatabase();
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const { heard, inTenant, listen, log, abandon, deliver, states, endpoint, newest, carts } = hearing();
const mails = () => inTenant((scope) => listSystemMails(scope, { limit: 10 }));

test("what fails is tried eight times over a good day by the clock, under one id, and is left then", async () => {
  heard.receiver.answer = { status: 503, body: "busy\nnow" };
  await abandon("cart_1", start);
  const waited: number[] = [];
  let now = start;
  for (;;) {
    await deliver(now);
    const { state, dueAt } = await newest();
    if (state === "failed") break;
    const next = new Date(dueAt ?? 0);
    waited.push((next.getTime() - now.getTime()) / 1_000);
    expect((await deliver(new Date(next.getTime() - 1))).tried).toBe(0);
    now = next;
  }
  expect(waited).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 36_000]);
  expect(heard.receiver.heard).toHaveLength(8);
  expect(new Set(heard.receiver.ids()).size).toBe(1);
  expect((await newest()).tries[0]).toMatchObject({ number: 8, outcome: "status 503", answer: "busy now" });
});

test("an answer that says when to come again is heard, where it is later", async () => {
  heard.receiver.answer = { status: 429, headers: { "retry-after": "120" } };
  await abandon("cart_1", start);
  await deliver(start);
  expect((await newest()).dueAt).toBe(seconds(120).toISOString());
});

test("a try that broke off goes again under the same id", async () => {
  await abandon("cart_1", start);
  const [claimed] = await inTenant((scope) => claimDeliveries(scope, heard.endpointId, 10, start));
  expect((await deliver(seconds(30))).tried).toBe(0);
  await deliver(seconds(601));
  expect(heard.receiver.ids()).toEqual([claimed?.eventId]);
  expect(await newest()).toMatchObject({ state: "delivered", attempts: 2 });
});

test("410 Gone pauses at once and tells the admins; what happens meanwhile is held and goes in order", async () => {
  heard.receiver.answer = { status: 410 };
  await abandon("cart_1", start);
  await deliver(seconds(1));
  expect(await endpoint()).toMatchObject({ pausedBecause: "gone", outcome: "status 410" });
  await abandon("cart_2", seconds(2));
  expect(await states()).toEqual(["held", "held"]);
  expect((await deliver(at(2))).tried).toBe(0);
  expect(await mails()).toMatchObject([{ kind: "webhook_paused", toAddress: expect.stringMatching(/^admin/) }]);
  heard.receiver.answer = { status: 200 };
  await inTenant((scope) => resumeEndpoint(scope, heard.endpointId, at(3)));
  await deliver(at(3));
  expect(carts()).toEqual(["cart_1", "cart_1", "cart_2"]);
});

test("an endpoint that takes nothing for a day is paused, and its admins are told", async () => {
  heard.receiver.answer = { status: 500 };
  await abandon("cart_1", start);
  for (let now = start; now < at(40); now = new Date((await newest()).dueAt ?? at(40))) await deliver(now);
  const paused = await endpoint();
  expect(paused).toMatchObject({ pausedBecause: "dead", failures: 8 });
  expect(paused.pausedAt && paused.pausedAt >= at(24)).toBe(true);
  expect(await mails()).toHaveLength(1);
});

test("one that takes something now and then is not paused, however much it refuses", async () => {
  for (let hour = 0; hour < 40; hour++) {
    heard.receiver.answer = { status: hour % 12 === 0 ? 200 : 500 };
    await abandon(`cart_hour_${hour}`, at(hour));
    for (const later of [0, 360]) await deliver(new Date(at(hour).getTime() + later * 1_000));
  }
  expect(await endpoint()).toMatchObject({ pausedAt: null, failures: expect.any(Number) });
  expect((await endpoint()).failures).toBeGreaterThan(8);
});

test("one that fails again and again is left alone for a while, however much waits for it", async () => {
  heard.receiver.answer = { status: 500 };
  for (let index = 0; index < 30; index++) await abandon(`cart_${index}`, start);
  expect((await deliver(start)).tried).toBe(10);
  expect(await deliver(seconds(10))).toEqual({ tried: 0, more: false, nextMs: null });
  expect(await acrossTenantsDueEndpoints(seconds(10), 100, [heard.tenantId])).toEqual([]);
  expect(await acrossTenantsDueEndpoints(seconds(61), 100, [heard.tenantId])).toHaveLength(1);
  expect((await deliver(seconds(61))).tried).toBe(1);
  const attempts = (await log()).map((row) => row.attempts);
  expect(attempts.reduce((sum, count) => sum + count, 0)).toBe(11);
});

test("nothing goes to this machine or its network unless the operator allows it, by name, number or redirect", async () => {
  const outside = { ...inside, allowPrivate: false };
  const inner = await openReceiver();
  await abandon("cart_1", start);
  await deliver(start, outside);
  expect((await newest()).outcome).toBe("private_address");
  Object.assign(heard, await listen(["cart.abandoned"], "https://hooks.example/in"));
  await abandon("cart_2", start);
  await deliver(start, { ...outside, resolve: answering("10.0.0.7") });
  expect((await newest()).outcome).toBe("private_address");
  heard.receiver.answer = { status: 302, headers: { location: inner.url } };
  Object.assign(heard, await listen(["cart.abandoned"]));
  await abandon("cart_3", start);
  await deliver(start);
  expect((await newest()).outcome).toBe("redirected");
  expect([inner.heard.length, heard.receiver.heard.length]).toEqual([0, 1]);
  inner.close();
});

/** A name server that knows one address for every name. */
function answering(address: string): WebhookRules["resolve"] {
  const resolve = (_: string, __: unknown, answer: (error: null, found: object[]) => void) =>
    answer(null, [{ address, family: 4 }]);
  return resolve as unknown as WebhookRules["resolve"];
}
