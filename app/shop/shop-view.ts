import type { BasketView, PathView, ShopView } from "#components/storefront/view.ts";
import { acrossTenantsFindStorefront } from "#db/across-tenants-doors.ts";
import { findCart } from "#db/api-cart-views.ts";
import { readCartClock } from "#db/cart-clock-views.ts";
import { readClock } from "#db/clock.ts";
import { availableIncentives } from "#db/incentives.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { shop } from "#db/seed/cast.ts";
import { productBySlug } from "#db/seed/products.ts";
import { getTenant } from "#db/tenants.ts";
import { type Incentive, incentiveValue } from "#domain/incentive.ts";
import { armOf } from "./new-visitor.ts";
import type { Visitor } from "./visitor.ts";

/** Everything that the storefront shows a visitor; null where no demo was seeded. */
export async function shopView(visitor: Visitor, mayMove: boolean): Promise<ShopView | null> {
  const door = await acrossTenantsFindStorefront();
  if (!door) return null;
  const { now, speed } = await readClock();
  return withScope(door.tenantId, async (scope) => {
    const { email, firstName, lastName } = visitor.shopper;
    return {
      basket: await basketOf(scope, visitor),
      shopper: { email, firstName, lastName },
      known: visitor.known,
      ordered: visitor.ordered,
      path: await pathOf(scope, visitor, { shopId: door.id, now }),
      clock: { now: now.toISOString(), speed, zone: (await getTenant(scope)).timeZone, mayMove },
    };
  });
}

/** Prices come from the catalogue, never from the browser; an offer counts only while its code is in use. */
export async function basketOf(scope: Scope, visitor: Visitor): Promise<BasketView> {
  const lines = visitor.lines.flatMap(({ slug, variant, quantity }) => {
    const product = productBySlug(slug);
    if (!product) return [];
    const { title, price } = product;
    const picture = `/products/${slug}.svg`;
    return { slug, title, variant, quantity, unitPrice: price, lineTotal: price * quantity, picture };
  });
  const subtotal = lines.reduce((sum, line) => sum + line.lineTotal, 0);
  const shipping = lines.length > 0 ? shop.shipping : 0;
  const incentive = visitor.code ? await incentiveOf(scope, visitor.code) : null;
  const saved = incentiveValue(incentive, { subtotal, shipping });
  const offer = incentive?.code ? { code: incentive.code, label: incentive.name, saved } : null;
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  const total = subtotal + shipping - saved;
  return { id: visitor.cartId, lines, count, subtotal, shipping, offer, total, currency: shop.currency };
}

/** The incentive in use under a code. */
export async function incentiveOf(scope: Scope, code: string): Promise<Incentive | null> {
  const { incentives } = await availableIncentives(scope);
  return incentives.find((one) => one.code?.toLowerCase() === code.toLowerCase()) ?? null;
}

async function pathOf(scope: Scope, visitor: Visitor, at: { shopId: string; now: Date }): Promise<PathView> {
  const arm = await armOf(scope, visitor.shopper.email);
  const found = await findCart(scope, { shopId: at.shopId, externalId: visitor.cartId });
  const clock = found && (await readCartClock(scope, found.id, at.now));
  return {
    arm: arm && { name: arm.name, holdout: arm.kind === "holdout" },
    cart: found && clock && { id: found.id, state: found.state, sent: found.sent, next: clock.next },
  };
}
