import { openShop } from "#db/credentials.ts";
import type { Scope } from "#db/scope.ts";
import { getShop, type Shop } from "#db/shops.ts";
import { env } from "#env";
import { type Connection, type Platform, platforms } from "#integrations/platforms.ts";

export type Reached<Ability> = { shop: Shop; ability: Ability | undefined; connection: Connection | null };

/**
 * How to ask a shop's API for something that its platform may be able to do. The connection is null where it is not, and
 * while nobody has entered what asking takes; secrets are opened only when there is something to ask.
 */
export async function reach<Ability>(
  scope: Scope,
  shopId: string,
  abilityOf: (platform: Platform) => Ability | undefined,
): Promise<Reached<Ability>> {
  const shop = await getShop(scope, shopId);
  const platform = platforms[shop.platform];
  const ability = abilityOf(platform);
  if (!ability) return { shop, ability, connection: null };
  const { credentials, secret } = await openShop(scope, shopId);
  const apiBase = platform.apiBase?.({ url: shop.url, credentials });
  if (!apiBase || Object.keys(credentials).length === 0) return { shop, ability, connection: null };
  const publicUrl = `${env().APP_URL}/api/webhooks/${shop.platform}/${shop.id}`;
  return { shop, ability, connection: { apiBase, credentials, publicUrl, secret, currency: shop.currency } };
}
