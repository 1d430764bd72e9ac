import { and, eq } from "drizzle-orm";
import type { CartLine, CartTotals } from "#domain/cart.ts";
import type { Cart } from "./carts.ts";
import { newId } from "./ids.ts";
import type { getOrder } from "./orders.ts";
import { carts } from "./schema/carts.ts";
import type { Scope } from "./scope.ts";
import type { Visit } from "./visits.ts";

type Order = NonNullable<Awaited<ReturnType<typeof getOrder>>>;
type Standing = Pick<Cart, "standsFor" | "shopId" | "externalId" | "contactId" | "currency" | "lines" | "totals"> &
  Pick<Cart, "recoveryUrl" | "sourceCreatedAt" | "sourceUpdatedAt" | "lastActivityAt" | "claimed">;

const nothing = { discount: 0, shipping: null, tax: null };

/** The cart that stands for what a visit looked at; nobody is asked to pay for it, and so it is worth nothing. */
export function standInOfVisit(
  scope: Scope,
  { visit, contactId, seen }: { visit: Visit; contactId: string; seen: { currency: string; lines: CartLine[] } },
  now: Date,
): Promise<Cart> {
  const totals: CartTotals = { ...nothing, subtotal: 0, total: 0 };
  const place = { shopId: visit.shopId, externalId: `visit:${visit.id}`, claimed: visit.contactId === null };
  const times = {
    sourceCreatedAt: visit.startedAt,
    sourceUpdatedAt: visit.lastViewAt,
    lastActivityAt: visit.lastViewAt,
  };
  const recoveryUrl = seen.lines[0]?.url ?? null;
  return standIn(scope, { standsFor: "visit", ...place, contactId, ...seen, totals, recoveryUrl, ...times }, now);
}

/**
 * The cart that stands for what an order brought, one for all sequences. It begins a moment after the order, so that
 * "ordered since" means another one.
 */
export function standInOfOrder(scope: Scope, order: Order, now: Date): Promise<Cart> {
  const { shopId, contactId, currency, lines, subtotal, discount, total } = order;
  const totals: CartTotals = { ...nothing, subtotal, discount, total };
  const after = new Date(order.orderedAt.getTime() + 1);
  const times = { sourceCreatedAt: after, sourceUpdatedAt: after, lastActivityAt: order.orderedAt };
  const place = { shopId, externalId: `order:${order.id}`, claimed: false, recoveryUrl: null };
  return standIn(scope, { standsFor: "order", ...place, contactId, currency, lines, totals, ...times }, now);
}

async function standIn(scope: Scope, standing: Standing, now: Date): Promise<Cart> {
  const { db, tenantId } = scope;
  const { shopId, externalId } = standing;
  await db
    .insert(carts)
    .values({
      ...{ tenantId, id: newId("cart", now), ...standing, total: standing.totals.total, phase: "checkout" as const },
      createdAt: now,
    })
    .onConflictDoNothing();
  const [row] = await db
    .select()
    .from(carts)
    .where(and(eq(carts.tenantId, tenantId), eq(carts.shopId, shopId), eq(carts.externalId, externalId)));
  if (!row) throw new Error(`no stand-in was kept for ${externalId}`);
  return row;
}
