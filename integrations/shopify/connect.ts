import type { CredentialField, Setup } from "../platform.ts";

/** What we may ask Shopify to send by its API, in the order in which a person reads it. */
export const subscribedTopics = [
  "checkouts/create",
  "checkouts/update",
  "checkouts/delete",
  "carts/create",
  "carts/update",
  "orders/create",
  "orders/paid",
  "orders/updated",
  "orders/cancelled",
  "customers/create",
  "customers/update",
  "customers_email_marketing_consent/update",
  "products/create",
  "products/update",
  "products/delete",
  "inventory_levels/update",
  "app/uninstalled",
] as const;

/** These belong to the app's configuration; the API does not take them. */
const complianceTopics = ["customers/data_request", "customers/redact", "shop/redact"];

const scopes = "read_orders, read_checkouts, read_customers, read_products, read_inventory, write_discounts";

export const credentialFields: CredentialField[] = [
  {
    name: "shopDomain",
    label: "Shopify domain",
    secret: false,
    hint: "The store's own name at Shopify, such as nordhem.myshopify.com.",
  },
  {
    name: "clientId",
    label: "Client ID",
    secret: false,
    hint: "Dev Dashboard → your app → Settings. With the client secret above it gets access by itself.",
  },
  {
    name: "accessToken",
    label: "Admin API access token",
    secret: true,
    hint: "Only for custom apps made before 2026, which show one (shpat_…); otherwise leave it empty.",
  },
];

export const setup: Setup = {
  title: "Shopify",
  steps: [
    "In Shopify's Dev Dashboard, create an app for your store and install it there.",
    `Give its version the access scopes \`${scopes}\`, and ask for access to protected customer data (email, name, phone).`,
    "Copy the client ID and the client secret from the app's settings into the form here: Shopify signs with the secret.",
    "Set {url} as the address of the three compliance webhooks in the app's configuration.",
    "Save: Comeback registers the other webhooks by itself and asks for carts and orders of the last days.",
  ],
  topics: [...subscribedTopics, ...complianceTopics],
  signing: {
    by: "platform",
    label: "Client secret",
    hint: "Of your Shopify app. It is kept sealed and never shown.",
    afterAddress: false,
  },
};

/** Where a store's Admin API answers; null for anything but a name at myshopify.com. */
export function apiBase(shop: { url: string; credentials: Record<string, string> }): string | null {
  const given = (shop.credentials.shopDomain || shop.url).trim().toLowerCase();
  const host = given.replace(/^https?:\/\//, "").split("/")[0] ?? "";
  const name = /^([a-z0-9][a-z0-9-]{0,62})(\.myshopify\.com)?$/.exec(host)?.[1];
  return name ? `https://${name}.myshopify.com/admin` : null;
}
