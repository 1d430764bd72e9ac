import type { PlatformName } from "#domain/shop-event.ts";

export const platformLabels: Record<PlatformName, string> = {
  shopify: "Shopify",
  woocommerce: "WooCommerce",
  magento: "Magento / Adobe Commerce",
  bigcommerce: "BigCommerce",
  stripe: "Stripe Checkout",
  custom: "Custom API",
};

/** Why a request's signature did not hold, and what mends it. New causes are shown by their own name. */
const refusals: Record<string, { label: string; remedy: string }> = {
  no_secret: { label: "No secret is known here", remedy: "Enter the signing secret of the shop." },
  missing_signature: {
    label: "The request had no signature",
    remedy: "Check that the webhook is made with a secret and sent by the platform itself.",
  },
  bad_signature: {
    label: "The signature does not match",
    remedy:
      "The secret here and the secret there differ, or something between changed the body: enter the secret anew.",
  },
  missing_timestamp: { label: "The request had no time", remedy: "Send the time header that the signature covers." },
  old_timestamp: {
    label: "The request was signed too long ago",
    remedy: "Check the clock of the sender; a repeated delivery must be signed anew.",
  },
  future_timestamp: { label: "The request was signed in the future", remedy: "Check the clock of the sender." },
  missing_delivery_id: {
    label: "The request had no delivery id",
    remedy: "Send an id that stays the same when the delivery is repeated.",
  },
};

export const refusalLabel = (reason: string) => refusals[reason]?.label ?? reason.replace(/_/g, " ");
export const refusalRemedy = (reason: string) => refusals[reason]?.remedy ?? null;
