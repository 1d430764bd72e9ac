import { withQuery } from "../recovery-link.ts";
import type { OrderPayload } from "./payloads.ts";

/**
 * Where a shopper takes up an unbought order again. An order that waits for its payment has a page to pay it on. A draft
 * has that page only until WooCommerce's daily cleaning, a day after the last touch, so that from version 10 on we
 * rather name its products to `/checkout-link/`, which fills a new cart; options beyond the variation are lost there.
 * Older shops get the page that lives a day, as the best there is.
 */
export function recoveryUrlOf(order: OrderPayload, shopUrl: string | undefined): string | null {
  const payable = order.needs_payment !== false && ["pending", "failed"].includes(order.status);
  if (payable && order.payment_url) return order.payment_url;
  const linked = checkoutLink(order, shopUrl);
  if (linked) return linked;
  return order.status === "checkout-draft" ? order.payment_url : null;
}

/** Only the checkout link takes a coupon; on the page of payment the totals are already set. */
export function applyCode(recoveryUrl: string, code: string): string {
  return /\/checkout-link\/?\?/.test(recoveryUrl) ? withQuery(recoveryUrl, "coupon", code) : recoveryUrl;
}

function checkoutLink(order: OrderPayload, shopUrl: string | undefined): string | null {
  const home = homeOf(order, shopUrl);
  const major = Number.parseInt(order.version ?? "", 10);
  const products = order.line_items.flatMap((line) => {
    const id = line.variation_id ?? line.product_id;
    return id && /^\d+$/.test(id) && line.quantity >= 1 ? [`${id}:${Math.round(line.quantity)}`] : [];
  });
  if (!home || !(major >= 10) || products.length === 0 || products.length < order.line_items.length) return null;
  return `${home}/checkout-link/?products=${encodeURIComponent(products.join(","))}`;
}

/** The site's address, which may have a path: what stands before its API in the order's own link. */
function homeOf(order: OrderPayload, shopUrl: string | undefined): string | null {
  const self = order._links?.self[0]?.href;
  const home = self && /^(https?:\/\/.+?)\/(?:wp-json\/|index\.php|\?rest_route)/.exec(self)?.[1];
  return home || shopUrl?.replace(/\/+$/, "") || null;
}
