import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsForgetEvents } from "#db/across-tenants-webhooks.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { recordEvent } from "#db/outgoing-events.ts";
import { replayDelivery, replayFailedDeliveries } from "#db/webhook-deliveries.ts";
import { getEndpoint, pauseEndpoint, resumeEndpoint, rotateEndpointSecret } from "#db/webhook-endpoints.ts";
import { deliverToEndpoint } from "./deliver-to-endpoint.ts";
import { testEndpoint } from "./test-endpoint.ts";
import { at, hearing, inside, openTenant, seconds, start } from "./testing/hearing.ts";
import { type Heard, verified } from "./testing/receiver.ts";

const database = await createTestDatabase();
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const house = hearing();
const { heard, inTenant, listen, log, abandon, deliver, states, endpoint, newest, carts } = house;

function post(number: number): Heard {
  const one = heard.receiver.heard[number];
  if (!one) throw new Error(`there was no post ${number}`);
  return one;
}

test("a post is one that the standard's own library accepts, and holds the documented envelope", async () => {
  await abandon("cart_1", start);
  expect(await deliver(seconds(1))).toEqual({ tried: 1, more: false, nextMs: null });
  expect(verified(post(0), heard.secret)).toEqual({
    ...{ id: heard.receiver.ids()[0], type: "cart.abandoned", version: 1, timestamp: start.toISOString() },
    data: {
      ...{ cartId: "cart_1", shopId: "shop_a", contactId: null, total: { amount: 7_150, currency: "EUR" } },
      ...{ lineCount: 2, abandonedAt: start.toISOString() },
    },
  });
  expect(() => verified(post(0), `whsec_${Buffer.alloc(32, 7).toString("base64")}`)).toThrow();
  expect(await newest()).toMatchObject({ state: "delivered", attempts: 1, tries: [{ status: 200, outcome: "ok" }] });
});

test("stores nothing of an event to which nobody listens", async () => {
  const none = { contactId: null, cartId: null, enrollmentId: null, authenticity: "not_known" as const };
  const data = { conversationId: "conv_1", mailId: "mail_1", mailboxId: "mbx_1", ...none, automatic: false };
  const told = { type: "reply.received" as const, factId: "mail_1", at: start };
  const record = () =>
    inTenant((scope) => recordEvent(scope, { ...told, data: { ...data, intent: "question" } }, start));
  await record();
  expect(await house.countEvents()).toBe(0);
  await listen(["reply.received"]);
  await record();
  expect(await house.countEvents()).toBe(1);
});

test("a fact is told once, however often it is recorded", async () => {
  for (const now of [start, seconds(1), seconds(2)]) await abandon("cart_1", now);
  await deliver(seconds(3));
  await deliver(at(30));
  expect(carts()).toEqual(["cart_1"]);
});

test("a fact that is rolled back is told to nobody", async () => {
  await inTenant(async (scope) => {
    await house.recordAbandoned(scope, "cart_never", start);
    throw new Error("undone");
  }).catch(() => undefined);
  expect(await log()).toEqual([]);
});

test("events go in the order in which they happened, also by the dozen", async () => {
  const names = Array.from({ length: 45 }, (_, index) => `cart_${index}`);
  for (const [index, name] of names.entries()) await abandon(name, seconds(index));
  const passes: number[] = [];
  for (let more = true; more; ) {
    const pass = await deliver(seconds(60));
    passes.push(pass.tried);
    more = pass.more;
  }
  expect(carts()).toEqual(names);
  expect(passes).toEqual([20, 20, 5]);
});

test("a pass that takes too long gives back what it has not tried, and the next goes on there", async () => {
  for (const cart of ["cart_1", "cart_2", "cart_3"]) await abandon(cart, start);
  for (const more of [true, true, false])
    expect(await deliver(seconds(1), { ...inside, passMs: 0 })).toMatchObject({ tried: 1, more });
  expect(carts()).toEqual(["cart_1", "cart_2", "cart_3"]);
  expect((await log()).map((row) => [row.state, row.attempts])).toEqual(Array(3).fill(["delivered", 1]));
});

test("while a secret is replaced both sign, and after a day the new one alone", async () => {
  const { secret: fresh } = await inTenant((scope) => rotateEndpointSecret(scope, heard.endpointId, start));
  for (const [cart, now] of [
    ["cart_1", at(23)],
    ["cart_2", at(25)],
  ] as const) {
    await abandon(cart, now);
    await deliver(now);
  }
  expect(post(0).headers["webhook-signature"]?.split(" ")).toHaveLength(2);
  for (const one of [heard.secret, fresh]) expect(verified(post(0), one)).toMatchObject({ type: "cart.abandoned" });
  expect(verified(post(1), fresh)).toMatchObject({ type: "cart.abandoned" });
  expect(() => verified(post(1), heard.secret)).toThrow();
});

test("one event is told again, and all that failed since an instant, in their order", async () => {
  for (const [index, cart] of ["cart_1", "cart_2", "cart_3"].entries()) await abandon(cart, at(index));
  await deliver(at(3));
  const [, second] = await log();
  await inTenant((scope) => replayDelivery(scope, second?.id ?? "", at(4)));
  await deliver(at(4));
  expect(carts()).toEqual(["cart_1", "cart_2", "cart_3", "cart_2"]);
  expect(heard.receiver.ids()[3]).toBe(heard.receiver.ids()[1]);
  await workerSql()`update webhook_deliveries set state = 'failed' where tenant_id = ${heard.tenantId}`;
  expect(await inTenant((scope) => replayFailedDeliveries(scope, heard.endpointId, at(1), at(5)))).toBe(2);
  await deliver(at(5));
  expect(carts().slice(4)).toEqual(["cart_2", "cart_3"]);
  expect(await states()).toEqual(["failed", "delivered", "delivered"]);
});

test("a test goes at once, also to an endpoint that is paused, and is not tried again", async () => {
  const send = () => testEndpoint(heard, start, inside);
  await inTenant((scope) => pauseEndpoint(scope, heard.endpointId, "person", start));
  expect(await send()).toMatchObject({ type: "webhook.test", state: "delivered", tries: [{ status: 200 }] });
  expect(verified(post(0), heard.secret)).toMatchObject({ type: "webhook.test", data: heardEndpoint() });
  heard.receiver.answer = { status: 500 };
  expect((await send()).state).toBe("failed");
  await inTenant((scope) => resumeEndpoint(scope, heard.endpointId, at(1)));
  await deliver(at(2));
  expect(heard.receiver.heard).toHaveLength(2);
  expect((await endpoint()).failures).toBe(0);
});

const heardEndpoint = () => ({ endpointId: heard.endpointId });

test("another tenant's endpoints hear nothing of it", async () => {
  const mine = { ...heard };
  heard.tenantId = await openTenant();
  const theirs = await listen(["cart.abandoned"]);
  await abandon("cart_theirs", start);
  Object.assign(heard, mine);
  await abandon("cart_mine", start);
  await deliver(at(1));
  expect(carts()).toEqual(["cart_mine"]);
  await expect(inTenant((scope) => getEndpoint(scope, theirs.endpointId))).rejects.toMatchObject({ code: "not_found" });
  const { tenantId } = heard;
  expect((await deliverToEndpoint({ tenantId, endpointId: theirs.endpointId }, at(1), inside)).tried).toBe(0);
});

test("after thirty days an event and what became of it are forgotten", async () => {
  await abandon("cart_1", start);
  await deliver(start);
  await acrossTenantsForgetEvents(at(29 * 24));
  expect(await log()).toHaveLength(1);
  await acrossTenantsForgetEvents(at(31 * 24));
  expect([await log(), await house.countEvents()]).toEqual([[], 0]);
});
