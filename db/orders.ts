import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { OrderSnapshot } from "#domain/order.ts";
import { cartsClosedBy, markOrdered } from "./carts.ts";
import { saveContact } from "./contacts.ts";
import { newId } from "./ids.ts";
import { orderCarts, orders, orderTokens } from "./schema/carts.ts";
import { enrollments } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

export type SavedOrder = { orderId: string; closedEnrollmentIds: string[] };

/** Stores an order, links the carts it came from and closes every open enrollment of its contact and carts. */
export async function saveOrder(scope: Scope, shopId: string, said: OrderSnapshot, now: Date): Promise<SavedOrder> {
  const source = { shopId, sourceUpdatedAt: said.sourceUpdatedAt, consentSource: `shop ${shopId}` };
  const contactId = said.contact ? await saveContact(scope, said.contact, source, now) : null;
  const order = await upsertOrder(scope, { shopId, contactId }, said, now);
  const tokens = [...new Set(said.tokens)];
  if (tokens.length > 0) {
    const rows = tokens.map((token) => ({ tenantId: scope.tenantId, shopId, token, orderId: order.id }));
    await scope.db.insert(orderTokens).values(rows).onConflictDoNothing();
  }
  const cartIds = await cartsClosedBy(scope, {
    shopId,
    tokens,
    contactId: order.contactId,
    orderedAt: order.orderedAt,
  });
  await markOrdered(scope, cartIds, order);
  if (cartIds.length > 0) {
    const links = cartIds.map((cartId) => ({ tenantId: scope.tenantId, orderId: order.id, cartId }));
    await scope.db.insert(orderCarts).values(links).onConflictDoNothing();
  }
  return { orderId: order.id, closedEnrollmentIds: await closeOrdered(scope, cartIds, now) };
}

async function upsertOrder(
  scope: Scope,
  from: { shopId: string; contactId: string | null },
  said: OrderSnapshot,
  now: Date,
) {
  const newer = (column: string) =>
    sql`case when excluded.source_updated_at >= orders.source_updated_at then excluded.${sql.raw(column)} else orders.${sql.raw(column)} end`;
  const { externalId, number, currency, lines, subtotal, discount, total, refunded, discountCodes, status } = said;
  const [row] = await scope.db
    .insert(orders)
    .values({
      tenantId: scope.tenantId,
      id: newId("order", now),
      ...from,
      ...{ externalId, number, currency, lines, subtotal, discount, total, refunded, discountCodes, status },
      orderedAt: said.orderedAt,
      sourceUpdatedAt: said.sourceUpdatedAt,
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: [orders.tenantId, orders.shopId, orders.externalId],
      set: {
        number: newer("number"),
        contactId: sql`coalesce(orders.contact_id, excluded.contact_id)`,
        lines: newer("lines"),
        subtotal: newer("subtotal"),
        discount: newer("discount"),
        total: newer("total"),
        refunded: newer("refunded"),
        discountCodes: newer("discount_codes"),
        status: newer("status"),
        orderedAt: sql`least(orders.ordered_at, excluded.ordered_at)`,
        sourceUpdatedAt: sql`greatest(orders.source_updated_at, excluded.source_updated_at)`,
      },
    })
    .returning({ id: orders.id, contactId: orders.contactId, orderedAt: orders.orderedAt });
  if (!row) throw new Error("an order upsert returned no row");
  return row;
}

async function closeOrdered(scope: Scope, cartIds: string[], now: Date): Promise<string[]> {
  if (cartIds.length === 0) return [];
  const closed = await scope.db
    .update(enrollments)
    .set({ closedAt: now, closeReason: "ordered", nextDueAt: null })
    .where(
      and(eq(enrollments.tenantId, scope.tenantId), isNull(enrollments.closedAt), inArray(enrollments.cartId, cartIds)),
    )
    .returning({ id: enrollments.id });
  return closed.map((row) => row.id);
}

/** One order, or null when this tenant has none of that id. */
export async function getOrder(scope: Scope, id: string): Promise<typeof orders.$inferSelect | null> {
  const [row] = await scope.db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, scope.tenantId), eq(orders.id, id)));
  return row ?? null;
}
