import { createSign, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";
import { Stripe } from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { saveCredentials } from "#db/credentials.ts";
import { carts, orders } from "#db/schema/carts.ts";
import { contacts } from "#db/schema/contacts.ts";
import { webhookEvents } from "#db/schema/shops.ts";
import { withScope } from "#db/scope.ts";
import { createShop } from "#db/shops.ts";
import type { PlatformName } from "#domain/shop-event.ts";
import { applyWebhook } from "#inngest/apply-webhook.ts";
import { createLadderTenant } from "#inngest/testing/tenant.ts";
import { receiveShopWebhook, shakeHands } from "./receive-shop-webhook.ts";

let database: TestDatabase;
beforeAll(async () => {
  // Nobody to tell: what was stored is answered all the same, and applied here.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
});
afterEach(() => vi.unstubAllGlobals());
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const fixture = (path: string) => readFileSync(new URL(`../../../integrations/${path}.json`, import.meta.url), "utf8");

type Door = { platform: PlatformName; secret: string; credentials: Record<string, string> };

async function openDoor({ platform, secret, credentials }: Door) {
  const now = await currentTime();
  const { tenantId } = await createLadderTenant(now);
  const shop = { platform, name: "Nordhem", url: "https://nordhem.example", currency: "EUR", secret, now };
  const { id } = await withScope(tenantId, async (scope) => {
    const made = (await createShop(scope, shop)).shop;
    await saveCredentials(scope, made.id, credentials, now);
    return made;
  });
  const send = (headers: HeadersInit, body: string) =>
    receiveShopWebhook(new Request("http://127.0.0.1/hook", { method: "POST", headers, body }), platform, id);
  const greet = (query: string, as: string = platform) =>
    shakeHands(new Request(`http://127.0.0.1/hook${query}`), as, id);
  async function applied() {
    const events = () => withScope(tenantId, (scope) => scope.db.select().from(webhookEvents));
    for (const event of await events()) await applyWebhook(tenantId, event.id, now);
    const outcomes = (await events()).map((row) => [row.topic, row.outcome, row.reason]).sort();
    return withScope(tenantId, async (scope) => ({
      outcomes,
      carts: await scope.db.select().from(carts),
      orders: await scope.db.select().from(orders),
      contacts: await scope.db.select().from(contacts),
    }));
  }
  return { send, greet, applied };
}

/** The shop's API, by path; whatever else is asked is not there. */
function answerAs(answers: Record<string, string>) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (input: URL | string, init?: RequestInit) => {
    const { origin, pathname } = new URL(String(input));
    asked.push(`${init?.method} ${origin}${pathname}`);
    const text = answers[pathname];
    return new Response(text ?? "{}", { status: text ? 200 : 404 });
  });
  return asked;
}

const first = "cs_live_a1NordhemFirst0000000000000000000000000000000000";

describe("Stripe's own library signs, and the door", { timeout: 240_000 }, () => {
  const secret = "whsec_NordhemEndpoint";
  const open = () => openDoor({ platform: "stripe", secret, credentials: { apiKey: "rk_test_nordhem" } });
  const signed = (payload: string, key = secret) => ({
    "stripe-signature": Stripe.webhooks.generateTestHeaderString({ payload, secret: key }),
  });
  const completed = fixture("stripe/fixtures/session-completed");
  const expired = (id: string) =>
    fixture("stripe/fixtures/session-expired").replaceAll(first, id).replace("evt_1SabcExpired", `evt_${id}`);

  test("makes carts of a shopper's expired sessions, and closes them all by the session that was recovered", async () => {
    const { send, applied } = await open();
    const session = (id: string) => fixture("stripe/fixtures/session-expanded").replaceAll(first, id);
    const ids = [first, "cs_second", "cs_third"];
    const asked = answerAs(Object.fromEntries(ids.map((id) => [`/v1/checkout/sessions/${id}`, session(id)])));
    for (const id of ids) expect((await send(signed(expired(id)), expired(id))).status).toBe(200);
    const before = await applied();
    expect(before.outcomes.map(([, outcome]) => outcome)).toEqual(["applied", "applied", "applied"]);
    expect(before.contacts).toHaveLength(1);
    expect(asked).toContain(`GET https://api.stripe.com/v1/checkout/sessions/${first}`);
    expect((await send(signed(completed), completed)).status).toBe(200);
    const after = await applied();
    expect(after.orders).toHaveLength(1);
    expect(after.carts.every((cart) => cart.orderedAt)).toBe(true);
    expect(after.carts.find((cart) => cart.externalId === first)?.orderId).toBe(after.orders[0]?.id);
  });

  test("closes the expired session also when the order was heard of first", async () => {
    const { send, applied } = await open();
    answerAs({ [`/v1/checkout/sessions/${first}`]: fixture("stripe/fixtures/session-expanded") });
    await send(signed(completed), completed);
    await applied();
    await send(signed(expired(first)), expired(first));
    const { carts: stored, orders: made } = await applied();
    expect(stored.map((cart) => [cart.externalId, cart.orderId])).toEqual([[first, made[0]?.id]]);
  });

  test("refuses another secret and bytes changed on the way, and keeps nothing of them", async () => {
    const { send, applied } = await open();
    expect((await send(signed(completed, "whsec_other"), completed)).status).toBe(401);
    expect((await send(signed(completed), `${completed} `)).status).toBe(401);
    expect((await send({}, completed)).status).toBe(401);
    expect((await applied()).outcomes).toEqual([]);
  });
});

describe("the standard's own library signs for BigCommerce, and the door", { timeout: 240_000 }, () => {
  const secret = "nordhem-client-secret";
  const cartId = "09346904-4175-44fd-be53-f7e598531b6c";
  const credentials = { storeHash: "nordhem7", accessToken: "token" };
  let sent = 0;
  const signed = (body: string, key = secret) => {
    const [id, at] = [`msg_${++sent}`, new Date()];
    return {
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(Buffer.from(key).toString("base64")).sign(id, at, body),
    };
  };
  const api = (path: string) => `/stores/nordhem7${path}`;
  const store = {
    [api(`/v3/carts/${cartId}`)]: fixture("bigcommerce/fixtures/cart"),
    [api(`/v3/checkouts/${cartId}`)]: fixture("bigcommerce/fixtures/checkout"),
    [api("/v3/customers")]: fixture("bigcommerce/fixtures/customers"),
    [api("/v2/orders/252")]: fixture("bigcommerce/fixtures/order"),
    [api("/v2/orders/252/products")]: fixture("bigcommerce/fixtures/order-products"),
    [api("/v2/orders/252/coupons")]: fixture("bigcommerce/fixtures/order-coupons"),
  };

  test("fetches the cart that a light body names, and closes it by its order", async () => {
    const { send, applied } = await openDoor({ platform: "bigcommerce", secret, credentials });
    answerAs(store);
    const [abandoned, converted] = ["cart-abandoned", "cart-converted"].map((name) =>
      fixture(`bigcommerce/fixtures/${name}`),
    );
    expect((await send(signed(abandoned ?? ""), abandoned ?? "")).status).toBe(200);
    const [cart] = (await applied()).carts;
    expect(cart).toMatchObject({ externalId: cartId, recoveryUrl: null, orderedAt: null });
    expect(cart?.lines).toHaveLength(3);
    expect((await send(signed(converted ?? ""), converted ?? "")).status).toBe(200);
    const after = await applied();
    expect(after.carts[0]?.orderId).toBe(after.orders[0]?.id);
    expect(after.outcomes.map(([, outcome]) => outcome)).toEqual(["applied", "applied"]);
  });

  test("takes the body's hash for no signature", async () => {
    const { send, applied } = await openDoor({ platform: "bigcommerce", secret, credentials });
    const body = fixture("bigcommerce/fixtures/cart-abandoned");
    expect((await send({ "webhook-id": "msg_x" }, body)).status).toBe(401);
    expect((await send(signed(body, "another"), body)).status).toBe(401);
    expect((await applied()).outcomes).toEqual([]);
  });
});

describe("Adobe Commerce's key pair signs, and the door", { timeout: 240_000 }, () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const sign = (text: string) => createSign("SHA256").update(text).sign(privateKey, "base64");
  const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
  const credentials = { accessToken: "t", webhookPublicKey: pem, eventsClientId: "e142407e73ef48f884aeb8e925c1e256" };
  const door = { platform: "magento", secret: "made-here", credentials } as const;
  const store = {
    "/rest/all/V1/carts/730": fixture("magento/fixtures/cart"),
    "/rest/all/V1/orders/673": fixture("magento/fixtures/order"),
    "/prod/keys/pub-key-1.pem": pem,
  };

  test("takes the shop's webhooks and Adobe's events, and closes the cart by its order", async () => {
    const { send, applied } = await openDoor(door);
    const asked = answerAs(store);
    const quote = fixture("magento/fixtures/quote-webhook");
    const webhook = { "x-adobe-commerce-webhook-signature": sign(Buffer.from(quote).toString("base64")) };
    const taken = await send(webhook, quote);
    // The shop reads in the answer what it may do next.
    expect([taken.status, await taken.json()]).toEqual([200, { op: "success" }]);
    const order = fixture("magento/fixtures/order-event");
    const event = {
      "x-adobe-digital-signature-1": sign(order),
      "x-adobe-public-key1-path": "/prod/keys/pub-key-1.pem",
    };
    expect((await send(event, order)).status).toBe(200);
    const after = await applied();
    expect(after.carts).toMatchObject([{ externalId: "730", orderId: after.orders[0]?.id }]);
    expect(asked).toContain("GET https://nordhem.example/rest/all/V1/carts/730");
  });

  test("gives Adobe's challenge back, at this platform's own address only", async () => {
    const { greet } = await openDoor(door);
    const challenged = await greet("?challenge=8ec8d794-e0ab-42df-9017-e3dada8e84f7");
    expect(await challenged.json()).toEqual({ challenge: "8ec8d794-e0ab-42df-9017-e3dada8e84f7" });
    expect((await greet("")).status).toBe(404);
    expect((await greet("?challenge=8ec8", "shopify")).status).toBe(404);
    const stripe = await openDoor({ platform: "stripe", secret: "whsec_x", credentials: {} });
    expect((await stripe.greet("?challenge=8ec8")).status).toBe(404);
  });

  test("refuses what another key signed, and keeps nothing of it", async () => {
    const { send, applied } = await openDoor(door);
    answerAs(store);
    const quote = fixture("magento/fixtures/quote-webhook");
    expect((await send({ "x-adobe-commerce-webhook-signature": sign(quote) }, quote)).status).toBe(401);
    expect((await send({}, quote)).status).toBe(401);
    expect((await applied()).outcomes).toEqual([]);
  });
});
