import type { CartLine } from "#domain/cart.ts";
import { carts, orders } from "../schema/carts.ts";
import { products, variants } from "../schema/catalogue.ts";
import { enrollments } from "../schema/sequences.ts";
import { orderTriggers, productViews, visits } from "../schema/triggers.ts";
import type { Scope } from "../scope.ts";
import type { Owned, Rows } from "./foreign-owned.ts";

type Told = { name: string; at: Date };

/** A visit with what was looked at, whose sequence runs, an order that a sequence has taken, and what goes with it. */
export async function tellTriggers(scope: Scope, owned: Omit<Owned, keyof Rows>, { name, at }: Told): Promise<void> {
  const { db, tenantId } = scope;
  const visitor = { shopId: owned.shop, visitor: `browser:${name}`, contactId: owned.contact };
  await db.insert(visits).values({ tenantId, id: `vis_${name}`, ...visitor, startedAt: at, lastViewAt: at });
  const product = { productExternalId: `kettle-${name}`, title: `Kettle of ${name}`, price: 100, currency: "EUR", at };
  await db.insert(productViews).values({ tenantId, webhookEventId: owned.webhook, visitId: `vis_${name}`, ...product });
  const trigger = { sequenceId: owned.sequence, orderId: owned.order, kind: "order_placed" as const };
  await db.insert(orderTriggers).values({ tenantId, ...trigger, at });
  await tellStandIn(scope, owned, { name, at });
  await tellTogether(scope, owned, { name, at });
}

const nothing = { subtotal: 0, discount: 0, shipping: null, tax: null, total: 0 };

async function tellStandIn({ db, tenantId }: Scope, owned: Omit<Owned, keyof Rows>, { name, at }: Told): Promise<void> {
  const cart = {
    id: `cart_${name}_seen`,
    shopId: owned.shop,
    externalId: `visit:vis_${name}`,
    contactId: owned.contact,
  };
  const shown = {
    standsFor: "visit" as const,
    phase: "checkout" as const,
    currency: "EUR",
    lines: [],
    totals: nothing,
  };
  const times = { sourceCreatedAt: at, sourceUpdatedAt: at, lastActivityAt: at, createdAt: at };
  await db.insert(carts).values({ tenantId, ...cart, ...shown, total: 0, ...times });
  const into = { sequenceId: owned.sequence, versionId: owned.version, contactId: owned.contact, cartId: cart.id };
  const trigger = { triggerKind: "browse_abandoned" as const, triggerId: `vis_${name}` };
  const arm = { arm: "messages", armKind: "variant" as const, cartTotal: 0, currency: "EUR" };
  const began = { id: `enr_${name}_seen`, abandonedAt: at, startedAt: at };
  await db.insert(enrollments).values({ tenantId, ...began, ...into, ...trigger, ...arm });
}

/** Two orders of a kettle and a cup, so that the cup goes with the kettle. */
async function tellTogether({ db, tenantId }: Scope, { shop }: Pick<Owned, "shop">, { name, at }: Told): Promise<void> {
  const unsaid = { variantId: null, sku: null, variantTitle: null, imageUrl: null, url: null };
  const lines = ["kettle", "cup"].map(
    (id): CartLine => ({ ...unsaid, id, productId: id, title: id, quantity: 1, unitPrice: 50, lineTotal: 50 }),
  );
  const amounts = { currency: "EUR", lines, subtotal: 100, discount: 0, total: 100, refunded: 0 };
  const times = { status: "placed" as const, orderedAt: at, sourceUpdatedAt: at, createdAt: at };
  for (const place of [1, 2]) {
    const named = { id: `ord_${name}_set${place}`, shopId: shop, externalId: `set-${name}-${place}` };
    await db.insert(orders).values({ tenantId, ...named, ...amounts, ...times });
  }
  const cup = { id: `prd_${name}_cup`, shopId: shop, externalId: "cup", title: `Cup of ${name}` };
  await db.insert(products).values({ tenantId, ...cup, sourceUpdatedAt: at, createdAt: at });
  const one = { productId: cup.id, externalId: `cup-${name}`, price: 50, currency: "EUR", sourceUpdatedAt: at };
  await db.insert(variants).values({ tenantId, ...one });
}
