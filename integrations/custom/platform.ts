import type { Platform } from "../platform.ts";
import { withQuery } from "../recovery-link.ts";
import { customTopics } from "./events.ts";
import { translate } from "./translate.ts";
import { verify } from "./verify.ts";

/** Any shop that signs its own events by the Standard Webhooks scheme: docs/custom-api.md. */
export const custom: Platform = {
  verify,
  translate,
  applyCode: (recoveryUrl, code) => withQuery(recoveryUrl, "discount", code),
  credentialFields: [],
  setup: {
    title: "Your own shop",
    steps: [
      "Keep the signing secret where your shop keeps its passwords.",
      "POST each event as JSON to {url}, signed by the Standard Webhooks scheme (docs/custom-api.md).",
      "Send `cart.updated` on every change of a cart, and `order.placed` for each order with the cart's id.",
    ],
    topics: [...customTopics],
  },
};
