import type { Shop } from "#db/shops.ts";
import { env } from "#env";

/** A shop with the address that its webhooks go to and that of its snippet, as `/api/shops` answers it. */
export function withAddress(shop: Shop): Shop & { webhookUrl: string; snippetUrl: string | null } {
  const { APP_URL } = env();
  const snippetUrl = shop.publicKey && `${APP_URL}/${shop.publicKey}/comeback.js`;
  return { ...shop, webhookUrl: `${APP_URL}/api/webhooks/${shop.platform}/${shop.id}`, snippetUrl };
}
