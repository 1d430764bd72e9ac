import type { Connection, CredentialField, Setup } from "../platform.ts";
import { type Api, apiOf, PlatformFault } from "../platform-api.ts";

/** What we ask WooCommerce to send; it has no topic for carts, and drafts of the checkout come as `order.updated`. */
export const subscribedTopics = [
  "order.created",
  "order.updated",
  "order.restored",
  "customer.created",
  "customer.updated",
  "product.created",
  "product.updated",
  "product.deleted",
  "product.restored",
] as const;

export const credentialFields: CredentialField[] = [
  {
    name: "consumerKey",
    label: "Consumer key",
    secret: false,
    hint: "WooCommerce → Settings → Advanced → REST API → Add key, with read and write permission (ck_…).",
  },
  {
    name: "consumerSecret",
    label: "Consumer secret",
    secret: true,
    hint: "Shown once beside the key (cs_…). The shop must answer by https.",
  },
];

export const setup: Setup = {
  title: "WooCommerce",
  steps: [
    "In WooCommerce → Settings → Advanced → REST API, add a key with read and write permission; enter it here and save.",
    "Comeback then registers its webhooks under WooCommerce → Settings → Advanced → Webhooks by itself.",
    "Without a key, add a webhook there for each topic below: delivery URL {url}, API version 3, and the secret shown here.",
    "Use the block checkout: with it shoppers are known as soon as they type their address, before they order.",
    "For free shipping by coupon, a shipping zone needs a free shipping method that asks for a coupon.",
  ],
  topics: [...subscribedTopics],
};

/** Where a shop's REST API answers. Keys travel in a header, which WooCommerce takes by https only. */
export function apiBase({ url }: { url: string }): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, pathname } = new URL(url);
  return protocol === "https:" ? `${origin}${pathname.replace(/\/+$/, "")}/wp-json/wc/v3` : null;
}

export function wooApi(connection: Connection): Api {
  const { consumerKey, consumerSecret } = connection.credentials;
  if (!consumerKey || !consumerSecret) throw new PlatformFault("not_configured");
  const basic = Buffer.from(`${consumerKey}:${consumerSecret}`).toString("base64");
  return apiOf(connection, { authorization: `Basic ${basic}` });
}
