import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { CartSnapshot } from "#domain/cart.ts";
import type { EnrollmentRefusal } from "#domain/enrollment.ts";
import { saveContact } from "./contacts.ts";
import { newId } from "./ids.ts";
import { carts, orders, orderTokens } from "./schema/carts.ts";
import { cartTokens } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";

export type Cart = typeof carts.$inferSelect;

/** Stores a platform's word on a cart. An older source time never overwrites a newer one. Returns the cart's id. */
export async function saveCart(scope: Scope, shopId: string, said: CartSnapshot, now: Date): Promise<string> {
  const source = { shopId, sourceUpdatedAt: said.sourceUpdatedAt, consentSource: `shop ${shopId}` };
  const contactId = said.contact ? await saveContact(scope, said.contact, source, now) : null;
  const newest = sql`excluded.source_updated_at >= carts.source_updated_at`;
  const newer = (column: string) =>
    sql`case when ${newest} then excluded.${sql.raw(column)} else carts.${sql.raw(column)} end`;
  const kept = (column: string) =>
    sql`case when ${newest} then coalesce(excluded.${sql.raw(column)}, carts.${sql.raw(column)})
      else coalesce(carts.${sql.raw(column)}, excluded.${sql.raw(column)}) end`;
  const [row] = await scope.db
    .insert(carts)
    .values({ tenantId: scope.tenantId, id: newId("cart", now), shopId, contactId, ...facts(said, now) })
    .onConflictDoUpdate({
      target: [carts.tenantId, carts.shopId, carts.externalId],
      set: {
        contactId: kept("contact_id"),
        phase: sql`case when 'checkout' in (excluded.phase, carts.phase) then 'checkout' else 'cart' end`,
        currency: newer("currency"),
        lines: newer("lines"),
        totals: newer("totals"),
        total: newer("total"),
        discountCodes: newer("discount_codes"),
        recoveryUrl: kept("recovery_url"),
        sourceCreatedAt: sql`least(excluded.source_created_at, carts.source_created_at)`,
        sourceUpdatedAt: sql`greatest(excluded.source_updated_at, carts.source_updated_at)`,
        lastActivityAt: sql`greatest(excluded.last_activity_at, carts.last_activity_at)`,
        orderedAt: sql`coalesce(carts.ordered_at, excluded.ordered_at)`,
        deletedAt: sql`coalesce(carts.deleted_at, excluded.deleted_at)`,
      },
    })
    .returning({ id: carts.id });
  if (!row) throw new Error("a cart upsert returned no row");
  await saveTokens(scope, shopId, row.id, said.tokens);
  await closeByEarlierOrder(scope, shopId, row.id, said.tokens);
  return row.id;
}

function facts(said: CartSnapshot, now: Date) {
  const { externalId, phase, currency, lines, totals, discountCodes, recoveryUrl } = said;
  return {
    ...{ externalId, phase, currency, lines, totals, discountCodes, recoveryUrl },
    total: totals.total,
    sourceCreatedAt: said.sourceCreatedAt,
    sourceUpdatedAt: said.sourceUpdatedAt,
    // A shop whose clock runs ahead must not keep its carts from ever counting as quiet.
    lastActivityAt: said.sourceUpdatedAt < now ? said.sourceUpdatedAt : now,
    orderedAt: said.completedAt,
    deletedAt: said.deletedAt,
    createdAt: now,
  };
}

async function saveTokens(scope: Scope, shopId: string, cartId: string, tokens: string[]): Promise<void> {
  if (tokens.length === 0) return;
  const rows = [...new Set(tokens)].map((token) => ({ tenantId: scope.tenantId, shopId, token, cartId }));
  await scope.db.insert(cartTokens).values(rows).onConflictDoNothing();
}

/** An order may have come before the cart it came from. */
async function closeByEarlierOrder(scope: Scope, shopId: string, cartId: string, tokens: string[]): Promise<void> {
  if (tokens.length === 0) return;
  const [order] = await scope.db
    .select({ id: orders.id, orderedAt: orders.orderedAt })
    .from(orderTokens)
    .innerJoin(orders, and(eq(orders.tenantId, orderTokens.tenantId), eq(orders.id, orderTokens.orderId)))
    .where(
      and(eq(orderTokens.tenantId, scope.tenantId), eq(orderTokens.shopId, shopId), inArray(orderTokens.token, tokens)),
    )
    .limit(1);
  if (order) await markOrdered(scope, [cartId], order);
}

/** Marks the cart that any of the tokens names as deleted by the shop. Returns its id, or null when we know none. */
export async function deleteCart(
  scope: Scope,
  gone: { shopId: string; tokens: string[]; deletedAt: Date },
): Promise<string | null> {
  if (gone.tokens.length === 0) return null;
  const [named] = await scope.db
    .select({ cartId: cartTokens.cartId })
    .from(cartTokens)
    .where(
      and(
        eq(cartTokens.tenantId, scope.tenantId),
        eq(cartTokens.shopId, gone.shopId),
        inArray(cartTokens.token, gone.tokens),
      ),
    )
    .limit(1);
  if (!named) return null;
  await scope.db
    .update(carts)
    .set({ deletedAt: gone.deletedAt })
    .where(and(eq(carts.tenantId, scope.tenantId), eq(carts.id, named.cartId), isNull(carts.deletedAt)));
  return named.cartId;
}

/** Links carts to the order that they became. */
export async function markOrdered(
  scope: Scope,
  cartIds: string[],
  order: { id: string; orderedAt: Date },
): Promise<void> {
  if (cartIds.length === 0) return;
  await scope.db
    .update(carts)
    .set({ orderedAt: order.orderedAt, orderId: order.id })
    .where(and(eq(carts.tenantId, scope.tenantId), inArray(carts.id, cartIds), isNull(carts.orderId)));
}

/** The open carts that an order closes: those it names by token, and its contact's carts quiet since before it. */
export async function cartsClosedBy(
  scope: Scope,
  order: { shopId: string; tokens: string[]; contactId: string | null; orderedAt: Date },
): Promise<string[]> {
  const named = order.tokens.length
    ? await scope.db
        .selectDistinct({ id: cartTokens.cartId })
        .from(cartTokens)
        .where(
          and(
            eq(cartTokens.tenantId, scope.tenantId),
            eq(cartTokens.shopId, order.shopId),
            inArray(cartTokens.token, order.tokens),
          ),
        )
    : [];
  const owned = order.contactId
    ? await scope.db
        .select({ id: carts.id })
        .from(carts)
        .where(
          and(
            eq(carts.tenantId, scope.tenantId),
            eq(carts.contactId, order.contactId),
            isNull(carts.orderedAt),
            lte(carts.sourceCreatedAt, order.orderedAt),
          ),
        )
    : [];
  return [...new Set([...named, ...owned].map((row) => row.id))];
}

/** Says on the cart why it entered no sequence. */
export async function recordEnrollmentRefusal(scope: Scope, cartId: string, refusal: EnrollmentRefusal): Promise<void> {
  await scope.db
    .update(carts)
    .set({ enrollmentRefusal: refusal })
    .where(and(eq(carts.tenantId, scope.tenantId), eq(carts.id, cartId)));
}

/** One cart, or null when this tenant has none of that id. */
export async function getCart(scope: Scope, id: string): Promise<Cart | null> {
  const [row] = await scope.db
    .select()
    .from(carts)
    .where(and(eq(carts.tenantId, scope.tenantId), eq(carts.id, id)));
  return row ?? null;
}
