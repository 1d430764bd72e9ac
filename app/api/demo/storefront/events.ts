import type { Visitor } from "#app/shop/visitor.ts";
import type { BasketView } from "#components/storefront/view.ts";
import { linesOf, recoveryUrlOf } from "#db/seed/baskets.ts";
import { env } from "#env";

/** What the shop says of a basket: the customer only once they gave their address. */
export function cartUpdated(visitor: Visitor, basket: BasketView, now: Date) {
  const { cartId: id, lines } = visitor;
  const { currency, offer, total } = basket;
  return {
    type: "cart.updated",
    data: {
      id,
      currency,
      ...(visitor.known ? { customer: customerOf(visitor) } : {}),
      lines: linesOf(lines, env().APP_URL),
      ...amountsOf(basket),
      total,
      discountCodes: offer ? [offer.code] : [],
      recoveryUrl: recoveryUrlOf(id, lines, env().APP_URL),
      createdAt: visitor.startedAt,
      updatedAt: now.toISOString(),
    },
  };
}

export function orderPlaced(visitor: Visitor, basket: BasketView, order: { number: string; now: Date }) {
  const { number, now } = order;
  return {
    type: "order.placed",
    data: {
      id: `order-${visitor.cartId}`,
      number,
      cartId: visitor.cartId,
      currency: basket.currency,
      customer: customerOf(visitor),
      lines: linesOf(visitor.lines, env().APP_URL),
      ...amountsOf(basket),
      total: basket.total,
      discountCodes: basket.offer ? [basket.offer.code] : [],
      orderedAt: now.toISOString(),
      updatedAt: now.toISOString(),
    },
  };
}

function customerOf({ shopper }: Visitor) {
  return { ...shopper, acceptsMarketing: true };
}

/** A saving of the whole postage is said as free shipping, any other as a discount. */
function amountsOf({ shipping, offer }: BasketView) {
  const saved = offer?.saved ?? 0;
  return saved === shipping ? { discount: 0, shipping: 0 } : { discount: saved, shipping };
}
