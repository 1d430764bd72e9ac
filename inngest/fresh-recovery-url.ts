import { withScope } from "#db/scope.ts";
import { platforms } from "#integrations/platforms.ts";
import { reach } from "./connection.ts";
import { logFault } from "./log.ts";

const patienceMs = 3_000;

type Asked = { shopId: string; cart: { externalId: string; recoveryUrl: string | null }; code: string | null };

/**
 * A recovery link made for this click, with the message's code, where the shop's own works once only. Null where the
 * platform makes none, the cart is gone, or the shop does not answer while a shopper waits.
 */
export async function freshRecoveryUrl(tenantId: string, asked: Asked): Promise<string | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), patienceMs).unref();
  });
  const made = askShop(tenantId, asked).catch((fault: unknown) => {
    logFault("a shop made no fresh recovery link", { tenantId, shopId: asked.shopId }, fault);
    return null;
  });
  return Promise.race([made, late]);
}

async function askShop(tenantId: string, { shopId, cart, code }: Asked): Promise<string | null> {
  const { shop, ability, connection } = await withScope(tenantId, (scope) =>
    reach(scope, shopId, (platform) => platform.freshRecoveryUrl),
  );
  const url = ability && connection ? await ability(connection, cart) : null;
  return url && code ? (platforms[shop.platform].applyCode?.(url, code) ?? url) : url;
}
