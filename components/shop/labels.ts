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
  foreign_origin: {
    label: "A page that is not yours reported to the shop's public key",
    remedy: "If it is yours, add its origin under Browser snippet.",
  },
  missing_origin: {
    label: "A request to the public key named no page",
    remedy: "Browsers always name it: send what a server reports signed, to the webhook address.",
  },
  null_origin: {
    label: "A sandboxed or local page reported to the shop's public key",
    remedy: "Load the snippet on a page that is served from an allowed origin.",
  },
  rate_limited: {
    label: "More came to the public key than it takes",
    remedy: "If no campaign explains it, make a new public key.",
  },
};

export const refusalLabel = (reason: string) => refusals[reason]?.label ?? reason.replace(/_/g, " ");
export const refusalRemedy = (reason: string) => refusals[reason]?.remedy ?? null;

/** What a shop's API answered that gave nothing. New answers are shown by their own name. */
const answers: Record<string, string> = {
  not_configured: "the address of its API is not known",
  unauthorized: "it did not accept our access",
  not_found: "its API is not where the address says",
  refused: "its API refused the question",
  limited: "it asked us to come later",
  server_error: "its server broke",
  timeout: "it took too long",
  no_connection: "it could not be reached",
  redirected: "its API has moved",
  foreign_host: "it named an address that is not its own",
  unreadable_answer: "its answer could not be read",
};

export const answerLabel = (outcome: string) => answers[outcome] ?? outcome.replace(/_/g, " ");
