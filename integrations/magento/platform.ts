import type { Platform } from "../platform.ts";
import { complete } from "./ask.ts";
import { mintCoupon } from "./coupons.ts";
import { learnKeys } from "./event-keys.ts";
import { answer, handshake } from "./handshake.ts";
import { registerHooks } from "./hooks.ts";
import { reconcile } from "./reconcile.ts";
import { magentoTopics, translate } from "./translate.ts";
import { verify } from "./verify.ts";

/** Magento Open Source by polling; Adobe Commerce besides by its webhooks and I/O events. */
export const magento: Platform = {
  learnKeys,
  verify,
  translate,
  handshake,
  answer,
  complete,
  reconcile,
  registerHooks,
  mintCoupon,
  apiBase: ({ url }) =>
    /^https?:\/\//.test(url) ? `${url.replace(/[?#].*$/, "").replace(/\/+$/, "")}/rest/all` : null,
  credentialFields: [
    {
      name: "accessToken",
      label: "Access token",
      secret: true,
      hint: "Of an integration with the resources Sales, Carts, Customers and Marketing (cart price rules).",
    },
    {
      name: "webhookPublicKey",
      label: "Public key of the webhooks",
      secret: false,
      hint: "Adobe Commerce only: -----BEGIN PUBLIC KEY----- … as the Webhooks page of the admin shows it.",
    },
    {
      name: "eventsClientId",
      label: "Client ID of the I/O events",
      secret: false,
      hint: "Adobe Commerce only: the API key of the project in the Adobe Developer Console that sends the events.",
    },
    {
      name: "recoveryLink",
      label: "Recovery link",
      secret: false,
      hint: "Where your shop restores a cart, with {id} for the cart's id; when empty, the page of the cart.",
    },
  ],
  setup: {
    title: "Magento / Adobe Commerce",
    steps: [
      "In the admin under System, Integrations, add an integration with access to Sales, Carts, Customers and Marketing, activate it, and enter its access token below.",
      "From 2.4.4 on, allow it under Stores, Configuration, Services, OAuth: Allow OAuth Access Tokens to be used as standalone Bearer tokens.",
      "That is all for Open Source: carts and orders are asked for every few minutes.",
      "Adobe Commerce may tell us sooner. As webhooks: under Stores, Configuration, Adobe Services, Webhooks, turn on signatures and enter the public key below, and give the integration access to Webhooks: the observers below are then subscribed from here. Without that access, subscribe them to {url}, type after, not required.",
      "Or as I/O events: subscribe the same observers with `bin/magento events:subscribe`, with the field `entity_id`, register {url} in the Adobe Developer Console, and enter the project's client ID below.",
    ],
    topics: magentoTopics,
    signing: { by: "key_pair" },
  },
};
