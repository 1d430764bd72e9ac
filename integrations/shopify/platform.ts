import type { Platform } from "../platform.ts";
import { withQuery } from "../recovery-link.ts";
import { apiBase, credentialFields, setup } from "./connect.ts";
import { mintCoupon } from "./coupons.ts";
import { registerHooks } from "./hooks.ts";
import { reconcile } from "./reconcile.ts";
import { translate } from "./translate.ts";
import { verify } from "./verify.ts";

/** Shopify and Shopify Plus. Webhooks: https://shopify.dev/docs/api/webhooks; the rest by the GraphQL Admin API. */
export const shopify: Platform = {
  verify,
  translate,
  applyCode: (recoveryUrl, code) => withQuery(recoveryUrl, "discount", code),
  reconcile,
  registerHooks,
  mintCoupon,
  apiBase,
  credentialFields,
  setup,
};
