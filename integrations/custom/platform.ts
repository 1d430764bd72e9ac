import type { Platform } from "../platform.ts";
import { withQuery } from "../recovery-link.ts";
import { translate } from "./translate.ts";
import { verify } from "./verify.ts";

/** Any shop that signs its own events by the Standard Webhooks scheme: docs/custom-api.md. */
export const custom: Platform = {
  verify,
  translate,
  applyCode: (recoveryUrl, code) => withQuery(recoveryUrl, "discount", code),
};
