import { env } from "#env";
import type { PostRules } from "#integrations/webhooks.ts";

/** What webhooks out depend on beside their rows: where they may go, and what spreads their tries. */
export type WebhookRules = PostRules & { chance: () => number };

/** The rules of this installation. */
export function webhookRules(): WebhookRules {
  return { allowPrivate: env().ALLOW_PRIVATE_ADDRESSES, chance: Math.random };
}
