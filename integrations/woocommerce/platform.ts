import type { Platform } from "../platform.ts";
import { apiBase, credentialFields, setup } from "./connect.ts";
import { mintCoupon } from "./coupons.ts";
import { registerHooks } from "./hooks.ts";
import { reconcile } from "./reconcile.ts";
import { applyCode } from "./recovery.ts";
import { translate } from "./translate.ts";
import { acknowledge, verify } from "./verify.ts";

/** WooCommerce by its webhooks and REST v3: https://woocommerce.github.io/woocommerce-rest-api-docs/ */
export const woocommerce: Platform = {
  verify,
  acknowledge,
  translate,
  applyCode,
  reconcile,
  registerHooks,
  mintCoupon,
  apiBase,
  credentialFields,
  setup,
};
