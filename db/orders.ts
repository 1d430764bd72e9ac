import { and, eq, sql } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import type { OrderSnapshot } from "#domain/order.ts";
import { soundTime } from "#domain/sound-time.ts";
import { keysOf } from "./case-keys.ts";
import { addKeys, lockCases, settle } from "./cases.ts";
import { upsertContact } from "./contacts.ts";
import { newId } from "./ids.ts";
import { orders } from "./schema/carts.ts";
import type { Scope } from "./scope.ts";
import { newestOf, stampOf } from "./stamps.ts";

export type SavedOrder = { orderId: string; closedEnrollmentIds: string[] };

/** Stores an order, and by every name that it shares with carts closes them and their enrollments. */
export async function saveOrder(scope: Scope, shopId: string, said: OrderSnapshot, now: Date): Promise<SavedOrder> {
  const keys = keysOf(shopId, said.tokens, said.contact);
  // Without any name it may still be one that had names when it was said before.
  if (keys.length === 0) keys.push(`order:${shopId}:${said.externalId}`);
  await lockCases(scope);
  const source = { shopId, sourceUpdatedAt: said.sourceUpdatedAt, consentSource: `shop ${shopId}` };
  const contactId = said.contact ? await upsertContact(scope, said.contact, source, now) : null;
  const orderId = await upsertOrder(scope, { shopId, contactId }, said, now);
  await addKeys(scope, orderId, keys);
  return { orderId, closedEnrollmentIds: await settle(scope, keys, now) };
}

const newestFields = newestOf("orders", {
  facts: {
    number: "number",
    currency: "currency",
    lines: "lines",
    subtotal: "subtotal",
    discount: "discount",
    total: "total",
    refunded: "refunded",
    discountCodes: "discount_codes",
    status: "status",
  },
  contact: { saidContactId: "said_contact_id" },
  customer: { customerExternalId: "customer_external_id" },
});

async function upsertOrder(
  scope: Scope,
  { shopId, contactId }: { shopId: string; contactId: string | null },
  said: OrderSnapshot,
  now: Date,
): Promise<string> {
  const [row] = await scope.db
    .insert(orders)
    .values({
      ...{ tenantId: scope.tenantId, id: newId("order", now), shopId, contactId, saidContactId: contactId },
      ...{ ...factsOf(said, now), createdAt: now },
    })
    .onConflictDoUpdate({
      target: [orders.tenantId, orders.shopId, orders.externalId],
      set: {
        ...newestFields,
        orderedAt: sql`least(orders.ordered_at, excluded.ordered_at)`,
        sourceUpdatedAt: sql`greatest(orders.source_updated_at, excluded.source_updated_at)`,
      },
    })
    .returning({ id: orders.id });
  if (!row) throw new Error("an order upsert returned no row");
  return row.id;
}

function factsOf(said: OrderSnapshot, now: Date) {
  const { externalId, number, currency, lines, subtotal, discount, total, refunded, discountCodes, status } = said;
  const facts = { number, currency, lines, subtotal, discount, total, refunded, discountCodes, status };
  const at = soundTime(said.sourceUpdatedAt, now);
  const { contact } = said;
  const stamps: Record<string, string> = { facts: stampOf(at, facts) };
  const address = contact?.email ? normalizeAddress(contact.email) : null;
  if (address) stamps.contact = stampOf(at, address);
  if (contact?.externalId) stamps.customer = stampOf(at, contact.externalId);
  const customerExternalId = contact?.externalId ?? null;
  const orderedAt = soundTime(said.orderedAt, now);
  return { externalId, ...facts, stamps, customerExternalId, orderedAt, sourceUpdatedAt: at };
}

/** One order, or null when this tenant has none of that id. */
export async function getOrder(scope: Scope, id: string): Promise<typeof orders.$inferSelect | null> {
  const [row] = await scope.db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, scope.tenantId), eq(orders.id, id)));
  return row ?? null;
}
