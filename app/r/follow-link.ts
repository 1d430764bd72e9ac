import { getCart } from "#db/carts.ts";
import { currentTime } from "#db/clock.ts";
import { readLink } from "#db/link-tokens.ts";
import { getMessage } from "#db/messages.ts";
import { withScope } from "#db/scope.ts";
import { getShop } from "#db/shops.ts";
import { recordClick } from "#db/touchpoints.ts";

/** Records the click of a signed link and sends the shopper on, to the shop's own hosts and nowhere else. */
export async function followLink(token: string): Promise<Response> {
  const link = readLink("r", token);
  if (!link) return gone();
  const now = await currentTime();
  const target = await withScope(link.tenantId, async (scope) => {
    const message = await getMessage(scope, link.messageId);
    const cart = message && (await getCart(scope, message.cartId));
    if (!message || !cart) return null;
    await recordClick(scope, message, now);
    const shop = await getShop(scope, cart.shopId);
    return allowed(message.targetUrl, shop.hosts) ?? shop.url;
  });
  return target
    ? new Response(null, {
        status: 302,
        headers: { location: target, "cache-control": "no-store", "referrer-policy": "no-referrer" },
      })
    : gone();
}

function allowed(target: string | null, hosts: string[]): string | null {
  if (!target || !URL.canParse(target)) return null;
  const url = new URL(target);
  return /^https?:$/.test(url.protocol) && hosts.includes(url.hostname) ? url.href : null;
}

function gone(): Response {
  return new Response("This link is not valid.", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
