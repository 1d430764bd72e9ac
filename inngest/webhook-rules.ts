import { env } from "#env";
import type { PostRules } from "#integrations/webhooks.ts";

/** What webhooks out depend on beside their rows: where they may go, what spreads their tries, and how long a pass takes. */
export type WebhookRules = PostRules & { chance: () => number; passMs?: number };

/** The rules of this installation. */
export function webhookRules(): WebhookRules {
  return { allowPrivate: env().ALLOW_PRIVATE_ADDRESSES, chance: Math.random };
}
