import { and, eq, sql } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import type { OrderSnapshot } from "#domain/order.ts";
import { soundTime } from "#domain/sound-time.ts";
import { keysOf } from "./case-keys.ts";
import { addAllKeys, lockCases, settleAll } from "./cases.ts";
import { nobody, upsertContacts } from "./contacts.ts";
import { newId } from "./ids.ts";
import { endByOrders } from "./order-triggers.ts";
import { rounds } from "./rounds.ts";
import { rowsOf } from "./rows-of.ts";
import { orders } from "./schema/carts.ts";
import type { Scope } from "./scope.ts";
import { newestOf, stampOf } from "./stamps.ts";

export type SavedOrder = { orderId: string; closedEnrollmentIds: string[] };

/** Stores an order, and by every name that it shares with carts closes them and their enrollments. */
export async function saveOrder(scope: Scope, shopId: string, said: OrderSnapshot, now: Date): Promise<SavedOrder> {
  const { orderIds, closedEnrollmentIds } = await saveOrders(scope, [{ shopId, said }], now);
  const [orderId] = orderIds;
  if (!orderId) throw new Error("an order upsert returned no row");
  return { orderId, closedEnrollmentIds };
}

export type OrderWord = { shopId: string; said: OrderSnapshot };

/** The same for many words at once, in few statements; the ids stand in the order of the words. */
export async function saveOrders(
  scope: Scope,
  words: OrderWord[],
  now: Date,
): Promise<{ orderIds: string[]; closedEnrollmentIds: string[] }> {
  if (words.length === 0) return { orderIds: [], closedEnrollmentIds: [] };
  const keysOfEach = words.map(orderKeys);
  await lockCases(scope);
  const contactIds = await upsertContacts(scope, words.map(personOf), now);
  const placed = words.map((word, index) => ({ ...word, contactId: contactIds[index] ?? null }));
  const orderIds = await upsertOrders(scope, placed, now);
  await addAllKeys(
    scope,
    orderIds.map((subjectId, index) => ({ subjectId, keys: keysOfEach[index] ?? [] })),
  );
  const settled = await settleAll(scope, keysOfEach, now);
  return { orderIds, closedEnrollmentIds: [...settled, ...(await endByOrders(scope, orderIds, now))] };
}

/** Without any name it may still be one that had names when it was said before. */
function orderKeys({ shopId, said }: OrderWord): string[] {
  const keys = keysOf(shopId, said.tokens, said.contact);
  return keys.length > 0 ? keys : [`order:${shopId}:${said.externalId}`];
}

function personOf({ shopId, said }: OrderWord) {
  const source = { shopId, sourceUpdatedAt: said.sourceUpdatedAt, consentSource: `shop ${shopId}` };
  return { said: said.contact ?? nobody, source };
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

type Placed = OrderWord & { contactId: string | null };

async function upsertOrders(scope: Scope, words: Placed[], now: Date): Promise<string[]> {
  const nameOf = (shopId: string, externalId: string) => `${shopId} ${externalId}`;
  const ids = new Map<string, string>();
  for (const round of rounds(words, (word) => nameOf(word.shopId, word.said.externalId))) {
    for (const row of await upsertRows(scope, round, now)) ids.set(nameOf(row.shopId, row.externalId), row.id);
  }
  return words.map(({ shopId, said }) => {
    const id = ids.get(nameOf(shopId, said.externalId));
    if (!id) throw new Error("an order upsert returned no row");
    return id;
  });
}

function upsertRows(
  scope: Scope,
  words: Placed[],
  now: Date,
): Promise<{ id: string; shopId: string; externalId: string }[]> {
  const rows = words.map(({ shopId, said, contactId }) => ({
    ...{ tenantId: scope.tenantId, id: newId("order", now), shopId, contactId, saidContactId: contactId },
    ...{ ...factsOf(said, now), createdAt: now },
  }));
  return scope.db
    .insert(orders)
    .select(rowsOf(orders, rows))
    .onConflictDoUpdate({
      target: [orders.tenantId, orders.shopId, orders.externalId],
      set: {
        ...newestFields,
        orderedAt: sql`least(orders.ordered_at, excluded.ordered_at)`,
        sourceUpdatedAt: sql`greatest(orders.source_updated_at, excluded.source_updated_at)`,
      },
    })
    .returning({ id: orders.id, shopId: orders.shopId, externalId: orders.externalId });
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

/** One order, held until the transaction ends, so that its credit is worked out by one at a time; null when there is none. */
export async function lockOrder(scope: Scope, id: string): Promise<typeof orders.$inferSelect | null> {
  const [row] = await scope.db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, scope.tenantId), eq(orders.id, id)))
    .for("update");
  return row ?? null;
}
