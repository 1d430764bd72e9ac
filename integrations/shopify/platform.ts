import type { Platform } from "../platform.ts";
import { withQuery } from "../recovery-link.ts";
import { shopifyTopics, translate } from "./translate.ts";
import { verify } from "./verify.ts";

/** Shopify's webhooks: https://shopify.dev/docs/api/webhooks */
export const shopify: Platform = {
  verify,
  translate,
  applyCode: (recoveryUrl, code) => withQuery(recoveryUrl, "discount", code),
  credentialFields: [],
  setup: {
    title: "Shopify",
    steps: ["In the app's settings, subscribe each topic below to {url}, and enter the app's client secret here."],
    topics: [...shopifyTopics],
  },
};
