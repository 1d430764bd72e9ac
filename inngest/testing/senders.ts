import { createHmac, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { receiveShopWebhook } from "#app/api/webhooks/receive-shop-webhook.ts";
import { saveCredentials } from "#db/credentials.ts";
import { withScope } from "#db/scope.ts";
import { createShop } from "#db/shops.ts";
import type { PlatformName } from "#domain/shop-event.ts";

export type Delivery = { topic: string; deliveryId: string; at: Date; key: string };
export type Signer = (body: Uint8Array, delivery: Delivery) => Record<string, string>;

const hmac = (key: string | Buffer, ...parts: (string | Uint8Array)[]) => {
  const made = createHmac("sha256", key);
  for (const part of parts) made.update(part);
  return made;
};
const seconds = (at: Date) => String(Math.floor(at.getTime() / 1_000));
const standard =
  (keyOf: (key: string) => Buffer): Signer =>
  (body, { deliveryId, at, key }) => ({
    "webhook-id": deliveryId,
    "webhook-timestamp": seconds(at),
    "webhook-signature": `v1,${hmac(keyOf(key), `${deliveryId}.${seconds(at)}.`, body).digest("base64")}`,
  });

/** Each vendor's scheme over bytes of any kind, which their libraries, made for text, cannot all sign. */
export const signers: Record<PlatformName, Signer> = {
  shopify: (body, { topic, deliveryId, key }) => ({
    "x-shopify-hmac-sha256": hmac(key, body).digest("base64"),
    "x-shopify-topic": topic,
    "x-shopify-webhook-id": deliveryId,
  }),
  woocommerce: (body, { topic, deliveryId, key }) => ({
    "x-wc-webhook-signature": hmac(key, body).digest("base64"),
    "x-wc-webhook-topic": topic,
    "x-wc-webhook-delivery-id": deliveryId,
  }),
  stripe: (body, { at, key }) => ({
    "stripe-signature": `t=${seconds(at)},v1=${hmac(key, `${seconds(at)}.`, body).digest("hex")}`,
  }),
  bigcommerce: standard((key) => Buffer.from(key)),
  custom: standard((key) => Buffer.from(key.replace("whsec_", ""), "base64")),
  magento: (body, { deliveryId, key }) => ({
    "x-adobe-commerce-webhook-id": deliveryId,
    "x-adobe-commerce-webhook-signature": createSign("RSA-SHA256")
      .update(Buffer.from(body).toString("base64"))
      .sign(key, "base64"),
  }),
};

const adobe = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

const doors: Record<PlatformName, { key: string; credentials: Record<string, string> }> = {
  shopify: { key: "shpss_of-bad-input", credentials: {} },
  woocommerce: { key: "a secret of WooCommerce's", credentials: {} },
  stripe: { key: "whsec_OfAnEndpoint", credentials: { apiKey: "rk_test_1" } },
  bigcommerce: { key: "client-secret", credentials: { storeHash: "nordhem7", accessToken: "token" } },
  custom: { key: `whsec_${Buffer.from("thirty-two bytes of a shop's own").toString("base64")}`, credentials: {} },
  magento: { key: adobe.privateKey, credentials: { accessToken: "token", webhookPublicKey: adobe.publicKey } },
};

export type Sent = { topic?: string; deliveryId?: string; at?: Date; key?: string; headers?: Record<string, string> };
export type Sender = {
  platform: PlatformName;
  tenantId: string;
  shopId: string;
  /** The request as the platform would make it; `headers` are put over those that it signs with. */
  request(body: Uint8Array | string, sent?: Sent): Request;
  send(body: Uint8Array | string, sent?: Sent): Promise<Response>;
};

/** Connects a shop of a platform, and speaks for it. */
export async function connectSender(tenantId: string, platform: PlatformName, now: Date): Promise<Sender> {
  const { key, credentials } = doors[platform];
  const given = { platform, name: "Nordhem", url: "https://nordhem.example", currency: "EUR", secret: key, now };
  const shopId = await withScope(tenantId, async (scope) => {
    const { shop } = await createShop(scope, platform === "magento" ? { ...given, secret: undefined } : given);
    if (Object.keys(credentials).length > 0) await saveCredentials(scope, shop.id, credentials, now);
    return shop.id;
  });
  const request: Sender["request"] = (text, { headers, ...sent } = {}) => {
    const body = new Uint8Array(Buffer.from(text));
    const delivery = { topic: topics[platform], deliveryId: randomUUID(), at: new Date(), key, ...sent };
    const signed = { ...signers[platform](body, delivery), ...headers };
    return new Request("http://127.0.0.1/hook", { method: "POST", headers: signed, body });
  };
  const send: Sender["send"] = (text, sent) => receiveShopWebhook(request(text, sent), platform, shopId);
  return { platform, tenantId, shopId, request, send };
}

const topics: Record<PlatformName, string> = {
  ...{
    shopify: "checkouts/update",
    woocommerce: "order.updated",
    custom: "",
    stripe: "",
    bigcommerce: "",
    magento: "",
  },
};

/** JSON texts that stand in an event for its facts, so that they may be what no serializer would write. */
export type Facts = Partial<
  Record<"id" | "price" | "quantity" | "currency" | "email" | "name" | "line" | "lines" | "at" | "more", string>
>;

const fixture = (path: string) => readFileSync(new URL(`../../integrations/${path}.json`, import.meta.url), "utf8");

const line = {
  shopify: { id: "1", title: "Lamp", quantity: "@quantity@", price: "@price@" },
  woocommerce: { id: 1, name: "Lamp", quantity: "@quantity@", subtotal: "@price@" },
  custom: { id: "1", title: "Lamp", quantity: "@quantity@", unitPrice: "@price@" },
};
const full = {
  shopify: {
    ...{ token: "@id@", email: "@email@", currency: "@currency@", line_items: "@lines@", more: "@more@" },
    ...{ customer: { first_name: "@name@" }, updated_at: "@at@" },
  },
  woocommerce: {
    ...{ id: "@id@", status: "checkout-draft", currency: "@currency@", total: "1.00", line_items: "@lines@" },
    ...{ billing: { first_name: "@name@", email: "@email@" }, date_modified_gmt: "@at@", more: "@more@" },
  },
  custom: {
    type: "cart.updated",
    data: {
      ...{ id: "@id@", customer: { email: "@email@", firstName: "@name@" }, currency: "@currency@" },
      ...{ lines: "@lines@", updatedAt: "@at@", more: "@more@" },
    },
  },
};

export type FullPlatform = keyof typeof full;

/** An event whose body holds a whole cart, with other facts where they are given. */
export function fullEvent(platform: FullPlatform, id: string, facts: Facts = {}): string {
  const amount = platform === "custom" ? "1200" : '"12.00"';
  const usual = { price: amount, quantity: "1", currency: '"EUR"', name: '"Mara"', lines: "[@line@]", more: "0" };
  const all: Record<string, string> = {
    ...usual,
    ...{ id: JSON.stringify(id), email: `"person-${id}@example.com"`, line: JSON.stringify(line[platform]) },
    ...{ at: JSON.stringify(new Date().toISOString()), ...facts },
  };
  const fill = (text: string): string =>
    text.replace(/"@(\w+)@"|@(line)@/g, (_, one, other) => fill(all[one ?? other] ?? ""));
  return fill(JSON.stringify(full[platform]));
}

const names = {
  stripe: "cs_live_a1NordhemFirst0000000000000000000000000000000000",
  bigcommerce: "09346904-4175-44fd-be53-f7e598531b6c",
  magento: '"730"',
};

/** An event that only names a cart. */
export function lightEvent(platform: keyof typeof names, id: string): string {
  if (platform === "magento") return fixture("magento/fixtures/quote-webhook").replace(names.magento, `"${id}"`);
  if (platform === "bigcommerce") return fixture("bigcommerce/fixtures/cart-abandoned").replace(names.bigcommerce, id);
  const event = fixture("stripe/fixtures/session-expired").replaceAll(names.stripe, id);
  return event.replace("evt_1SabcExpired", `evt_${id}`);
}

/** What the API says of a cart that a light event named: as much as its path asks for. */
export function apiAnswer(url: URL): string | null {
  const id = url.pathname.split("/").at(-1) ?? "";
  if (url.pathname.includes("/v1/checkout/sessions/"))
    return fixture("stripe/fixtures/session-expanded").replaceAll(names.stripe, id);
  if (url.pathname.includes("/v3/carts/")) return fixture("bigcommerce/fixtures/cart").replace(names.bigcommerce, id);
  if (url.pathname.includes("/v3/checkouts/"))
    return fixture("bigcommerce/fixtures/checkout").replaceAll(names.bigcommerce, id);
  if (url.pathname.endsWith("/v3/customers")) return fixture("bigcommerce/fixtures/customers");
  if (url.pathname.includes("/V1/carts/")) return fixture("magento/fixtures/cart").replace('"id": 730', `"id": ${id}`);
  return null;
}
