import type { PlatformName } from "#domain/shop-event.ts";

export const platformLabels: Record<PlatformName, string> = {
  shopify: "Shopify",
  woocommerce: "WooCommerce",
  custom: "Custom API",
};

export const platformHints: Record<PlatformName, string> = {
  shopify: "Webhooks of a Shopify store, signed with your app's client secret.",
  woocommerce: "Webhooks of a WooCommerce shop, signed with the secret that is made here.",
  custom: "Any shop: send cart, order and customer events, signed by the Standard Webhooks scheme.",
};

/** What to switch on at the platform, in its own words. */
export const platformTopics: Record<PlatformName, string[]> = {
  shopify: [
    "checkouts/create",
    "checkouts/update",
    "carts/update",
    "orders/create",
    "orders/paid",
    "customers/update",
    "customers/data_request",
    "customers/redact",
    "shop/redact",
  ],
  woocommerce: ["order.created", "order.updated", "customer.updated", "product.updated", "product.deleted"],
  custom: ["cart", "order", "customer"],
};
