import type { OpenShop } from "#db/credentials.ts";
import { env } from "#env";
import { type Connection, platforms } from "#integrations/platforms.ts";

/** How to ask a shop's API; null while nobody has entered what that takes. */
export function connectionOf({ shop, credentials, secret }: OpenShop): Connection | null {
  if (Object.keys(credentials).length === 0) return null;
  const apiBase = platforms[shop.platform].apiBase?.({ url: shop.url, credentials });
  if (!apiBase) return null;
  const publicUrl = `${env().APP_URL}/api/webhooks/${shop.platform}/${shop.id}`;
  return { apiBase, credentials, publicUrl, secret, currency: shop.currency };
}
