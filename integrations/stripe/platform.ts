import type { Platform } from "../platform.ts";
import { complete, freshRecoveryUrl } from "./ask.ts";
import { mintCoupon } from "./coupons.ts";
import { registerHooks } from "./hooks.ts";
import { reconcile } from "./reconcile.ts";
import { stripeTopics, translate } from "./translate.ts";
import { verify } from "./verify.ts";

/** Stripe Checkout's webhooks and API: https://docs.stripe.com/payments/checkout/abandoned-carts */
export const stripe: Platform = {
  verify,
  translate,
  complete,
  reconcile,
  registerHooks,
  mintCoupon,
  freshRecoveryUrl,
  recoveryHosts: ["buy.stripe.com", "checkout.stripe.com"],
  apiBase: () => "https://api.stripe.com",
  credentialFields: [
    {
      name: "apiKey",
      label: "Restricted API key",
      secret: true,
      hint: "rk_live_…, with read access to Checkout Sessions, Charges, Products and Events, and write access to Webhook Endpoints, Coupons and Promotion Codes.",
    },
  ],
  setup: {
    title: "Stripe Checkout",
    steps: [
      "In the Dashboard under Developers, Webhooks, add an endpoint with the address {url} and the events below.",
      "Enter the endpoint's signing secret (whsec_…) here as the secret.",
      "Under Developers, API keys, make a restricted key and enter it below.",
      "Create your Checkout Sessions with `after_expiration[recovery][enabled]=true`, with `consent_collection[promotions]=auto`, and with `expires_at` 30 to 60 minutes ahead: the default of a day is a day late.",
      "If Checkout has a domain of your own, add it to the hosts to which links may lead; Stripe's own are among them.",
      "To let shoppers use coupons, set `after_expiration[recovery][allow_promotion_codes]=true`.",
    ],
    topics: stripeTopics,
    signing: {
      by: "platform",
      label: "Signing secret",
      hint: "whsec_…, on the page of the endpoint in the Dashboard.",
      afterAddress: true,
    },
  },
};
