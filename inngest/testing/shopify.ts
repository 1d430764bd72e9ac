import { createHmac, randomUUID } from "node:crypto";
import "@shopify/shopify-api/adapters/web-api";
import { ApiVersion, shopifyApi } from "@shopify/shopify-api";
import { untilTold } from "#app/api/webhooks/answers.ts";
import { receiveShopWebhook } from "#app/api/webhooks/receive-shop-webhook.ts";
import { withScope } from "#db/scope.ts";
import { createShop } from "#db/shops.ts";

export type ShopifyShop = { tenantId: string; shopId: string; secret: string };

/** Connects a Shopify shop to a tenant, under the app secret with which Shopify signs. */
export function connectShopify(tenantId: string, now: Date): Promise<ShopifyShop> {
  const secret = `shpss_${randomUUID().replaceAll("-", "")}`;
  const given = { platform: "shopify" as const, name: "Nordhem", url: "https://nordhem.example", currency: "EUR", now };
  return withScope(tenantId, async (scope) => {
    const { shop } = await createShop(scope, { ...given, secret });
    return { tenantId, shopId: shop.id, secret };
  });
}

/** Delivers a webhook as Shopify would; refuses to when Shopify's own library would not take it for Shopify's. */
export async function sendFromShopify(
  shop: ShopifyShop,
  topic: string,
  payload: object,
  deliveryId: string = randomUUID(),
): Promise<Response> {
  const body = JSON.stringify(payload);
  const headers = {
    "content-type": "application/json",
    "x-shopify-topic": topic,
    "x-shopify-hmac-sha256": createHmac("sha256", shop.secret).update(body).digest("base64"),
    "x-shopify-shop-domain": "nordhem.myshopify.com",
    "x-shopify-api-version": "2026-07",
    "x-shopify-webhook-id": deliveryId,
    "x-shopify-event-id": randomUUID(),
    "x-shopify-triggered-at": new Date().toISOString(),
  };
  const request = new Request("https://comeback.example/api/webhooks/shopify", { method: "POST", headers, body });
  const verdict = await vendor(shop.secret).webhooks.validate({ rawBody: body, rawRequest: request.clone() });
  if (!verdict.valid) throw new Error(`Shopify's library refuses its own webhook: ${verdict.reason}`);
  const answer = await receiveShopWebhook(request, "shopify", shop.shopId);
  await untilTold();
  return answer;
}

function vendor(apiSecretKey: string) {
  const app = { apiKey: "key", apiVersion: ApiVersion.July26, hostName: "comeback.example", isEmbeddedApp: false };
  return shopifyApi({ ...app, apiSecretKey, logger: { level: 0 } });
}

export type ShopifyBuyer = { email: string; id: number; firstName: string; lastName: string; phone: string };

/** A checkout as `checkouts/create` and `/update` carry it, with the real time. */
export function checkoutOf(token: string, buyer: ShopifyBuyer) {
  const now = new Date();
  return {
    token,
    cart_token: `cart-${token}`,
    ...personal(buyer),
    abandoned_checkout_url: `https://nordhem.example/checkouts/${token}/recover?key=1f2e`,
    created_at: new Date(now.getTime() - 60_000).toISOString(),
    updated_at: now.toISOString(),
    completed_at: null,
    currency: "EUR",
    line_items: [blanket],
    discount_codes: [],
    total_discounts: "0.00",
    total_price: "119.90",
  };
}

/** The order that a checkout became, as `orders/create` carries it. */
export function orderOf(id: number, token: string, buyer: ShopifyBuyer) {
  const now = new Date().toISOString();
  return {
    id,
    name: `#${id}`,
    checkout_token: token,
    cart_token: `cart-${token}`,
    ...personal(buyer),
    contact_email: buyer.email,
    created_at: now,
    updated_at: now,
    currency: "EUR",
    financial_status: "paid",
    line_items: [blanket],
    discount_codes: [],
    total_price: "119.90",
    total_discounts: "0.00",
  };
}

function personal({ email, id, firstName, lastName, phone }: ShopifyBuyer) {
  const named = { first_name: firstName, last_name: lastName, phone };
  return {
    email,
    phone: null,
    buyer_accepts_marketing: true,
    customer_locale: "en",
    customer: { id, email, ...named },
    shipping_address: { ...named, country_code: "SE" },
  };
}

const blanket = {
  key: "466157049",
  product_id: 8_448_447_512_866,
  variant_id: 45_902_754_185_506,
  sku: "BLANKET-MOSS",
  title: "Wool blanket",
  variant_title: "Moss",
  quantity: 2,
  price: "59.95",
};
