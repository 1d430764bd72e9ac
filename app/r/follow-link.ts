import { type Cart, getCart } from "#db/carts.ts";
import { currentTime } from "#db/clock.ts";
import { offeredIn } from "#db/coupons.ts";
import { getIncentive } from "#db/incentives.ts";
import { readLink } from "#db/link-tokens.ts";
import { getMessage } from "#db/messages.ts";
import { withScope } from "#db/scope.ts";
import { getShop, type Shop } from "#db/shops.ts";
import { recordTouch } from "#db/touchpoints.ts";
import { liveRecoveryUrl } from "#domain/cart.ts";
import { freshRecoveryUrl, linkHosts, shopFront } from "#inngest/fresh-recovery-url.ts";
import { gonePage } from "./gone-page.ts";
import { requestSeen } from "./request-seen.ts";

/**
 * Records the click of a signed link, a person's or a machine's, and sends whoever it was on, to the hosts of the shop's
 * links and nowhere else.
 */
export async function followLink(token: string, request: Request): Promise<Response> {
  const link = readLink("r", token);
  if (!link) return gonePage(request);
  const now = await currentTime();
  const found = await withScope(link.tenantId, async (scope) => {
    const message = await getMessage(scope, link.messageId);
    const cart = message && (await getCart(scope, message.cartId));
    if (!message || !cart) return null;
    const incentive = message.incentiveId ? await getIncentive(scope, message.incentiveId) : null;
    const code = incentive && (await offeredIn(scope, message.decisionId, incentive)).code;
    const stored = liveRecoveryUrl({ ...cart, recoveryUrl: message.targetUrl }, now);
    const shop = await getShop(scope, cart.shopId);
    // Last, because it makes the clicks of one message wait for each other.
    await recordTouch(scope, message, requestSeen(request, link.tenantId, now), now);
    return { shop, cart, code, stored };
  });
  const target = found && (await targetOf(link.tenantId, found));
  return target
    ? new Response(null, {
        status: 302,
        headers: { location: target, "cache-control": "no-store", "referrer-policy": "no-referrer" },
      })
    : gonePage(request);
}

type Found = { shop: Shop; cart: Cart; code: string | null; stored: string | null };

/** What the shop says is gone is not offered from memory either: then the shop itself is where the link leads. */
async function targetOf(tenantId: string, { shop, cart, code, stored }: Found): Promise<string> {
  const { externalId, recoveryUrl } = cart;
  const fresh = await freshRecoveryUrl(tenantId, { shopId: shop.id, cart: { externalId, recoveryUrl }, code });
  const front = shopFront(shop, code);
  if (fresh.kind === "gone") return front;
  const hosts = linkHosts(shop);
  return (fresh.kind === "fresh" ? allowed(fresh.url, hosts) : null) ?? allowed(stored, hosts) ?? front;
}

function allowed(target: string | null, hosts: string[]): string | null {
  if (!target || !URL.canParse(target)) return null;
  const url = new URL(target);
  return /^https?:$/.test(url.protocol) && hosts.includes(url.hostname) ? url.href : null;
}
