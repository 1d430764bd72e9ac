import type { Shop } from "#db/shops.ts";
import { env } from "#env";

/** A shop with the address that its webhooks go to, as `/api/shops` answers it. */
export function withAddress(shop: Shop): Shop & { webhookUrl: string } {
  return { ...shop, webhookUrl: `${env().APP_URL}/api/webhooks/${shop.platform}/${shop.id}` };
}
