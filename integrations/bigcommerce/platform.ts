import type { Platform } from "../platform.ts";
import { complete } from "./ask.ts";
import { mintCoupon } from "./coupons.ts";
import { registerHooks } from "./hooks.ts";
import { reconcile } from "./reconcile.ts";
import { freshRecoveryUrl } from "./recovery.ts";
import { bigcommerceTopics, translate } from "./translate.ts";
import { verify } from "./verify.ts";

/** BigCommerce's webhooks and API: https://developer.bigcommerce.com/docs/integrations/webhooks */
export const bigcommerce: Platform = {
  verify,
  translate,
  complete,
  reconcile,
  registerHooks,
  mintCoupon,
  freshRecoveryUrl,
  apiBase: ({ credentials }) =>
    /^[a-z0-9]{1,40}$/i.test(credentials.storeHash ?? "")
      ? `https://api.bigcommerce.com/stores/${credentials.storeHash}`
      : null,
  credentialFields: [
    {
      name: "storeHash",
      label: "Store hash",
      secret: false,
      hint: "The part between store- and .mybigcommerce.com of the control panel's address.",
    },
    {
      name: "accessToken",
      label: "Access token",
      secret: true,
      hint: "Of a store-level API account with: Carts modify, Checkouts read-only, Customers read-only, Information & settings read-only, Marketing modify, Orders read-only, Products read-only.",
    },
  ],
  setup: {
    title: "BigCommerce",
    steps: [
      "In the control panel under Settings, Store-level API accounts, create a V2/V3 API token with the scopes named below.",
      "Enter the account's client secret here as the secret: BigCommerce signs its webhooks with it.",
      "Enter the store hash and the access token below. The webhooks to {url} are then made for you.",
      "To write only to customers who agreed, turn on the customers' field for abandoned cart emails.",
    ],
    topics: bigcommerceTopics,
    signing: {
      by: "platform",
      label: "Client secret",
      hint: "Shown once, when the API account is made, beside its access token.",
      afterAddress: false,
    },
  },
};
