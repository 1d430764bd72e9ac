import { eq } from "drizzle-orm";
import { acrossTenantsDueCredits } from "#db/across-tenants-attribution.ts";
import { oweCreditAfter } from "#db/attribution-dues.ts";
import { findContact } from "#db/contacts.ts";
import { newId } from "#db/ids.ts";
import { saveOrder } from "#db/orders.ts";
import { touchpoints } from "#db/schema/attribution.ts";
import { conversions, orders } from "#db/schema/carts.ts";
import { messages } from "#db/schema/messages.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { createTenant } from "#db/tenants.ts";
import { orderSaid, take, unsaid } from "#db/testing/stream.ts";
import { netValue } from "#domain/attribution.ts";
import { attributeOrder } from "../attribute-order.ts";

export const now = new Date("2026-03-20T12:00:00Z");
export const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const email = "mia@example.com";
export const mia = { ...unsaid, email };
export const inOne = <T>(tenantId: string, work: (scope: Scope) => Promise<T>) => withScope(tenantId, work);

/** A tenant of its own, with the default policy. */
export async function openTenant(): Promise<string> {
  const tenantId = newId("tenant", now);
  const house = { name: "Shop", currency: "EUR", language: "en", timeZone: "UTC", now };
  await inOne(tenantId, (scope) => createTenant(scope, house));
  return tenantId;
}

export type Click = { message: number; at: Date; by?: "person" | "machine"; kind?: "click" | "open" };

/** A message of long ago, at a place in its sequence. */
export async function tellMessage({ db, tenantId }: Scope, contactId: string, number: number) {
  const id = `msg_${contactId}_${number}`;
  await db
    .insert(messages)
    .values({
      ...{
        tenantId,
        id,
        decisionId: `dec_${id}`,
        channel: "email",
        enrollmentId: `enr_${contactId}`,
        cartId: "cart_1",
      },
      ...{ contactId, draftId: "drf_1", position: number, toAddress: "x", fromAddress: "x", subject: "x", headers: {} },
      ...{ status: "sent", dueAt: hours(-300), sentAt: hours(-300), createdAt: hours(-300) },
    })
    .onConflictDoNothing();
  return id;
}

/** An act of a contact on one of their messages; what it changes of their orders is owed. */
export async function tellClick(scope: Scope, contactId: string, click: Click) {
  const messageId = await tellMessage(scope, contactId, click.message);
  const { at, by = "person", kind = "click" } = click;
  const clickId = newId(kind, at);
  const { tenantId, db } = scope;
  await db
    .insert(touchpoints)
    .values({ tenantId, clickId, messageId, enrollmentId: `enr_${contactId}`, contactId, kind, by, at });
  await oweCreditAfter(scope, [{ contactId, at }], now);
}

/** The contact whose orders are credited. */
export async function contactIn(scope: Scope): Promise<string> {
  await take(scope, { kind: "contact", shop: "shop_a", contact: mia, at: hours(-400) }, hours(-400));
  const contact = await findContact(scope, email);
  if (!contact) throw new Error("the contact was not stored");
  return contact.id;
}

/** Credits again all that is owed, as the job does. */
export async function settle(tenantId: string) {
  for (const due of await acrossTenantsDueCredits(10_000))
    if (due.tenantId === tenantId) await attributeOrder(tenantId, due.orderId, now);
}

/** The credit as it stands, without ids and instants. */
export const creditsOf = (tenantId: string) =>
  inOne(tenantId, async ({ db }) => {
    const rows = await db.select().from(conversions).innerJoin(orders, eq(orders.id, conversions.orderId));
    return rows
      .map(({ conversions: row, orders: order }) => ({
        ...{ order: order.externalId, model: row.model, message: row.messageId?.slice(-1) ?? null },
        ...{ amount: row.amount, share: row.share, reason: row.organicReason, currency: row.currency },
        ...{ fallback: row.fallback, net: netValue(order) },
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  });

/** An order after clicks, and its credit; `before` happens before all else. */
export async function creditAfter(
  said: Parameters<typeof orderSaid>[2],
  clicks: Click[],
  before?: (scope: Scope) => Promise<unknown>,
) {
  const tenantId = await openTenant();
  const contactId = await inOne(tenantId, contactIn);
  await inOne(tenantId, async (scope) => {
    await before?.(scope);
    for (const click of clicks) await tellClick(scope, contactId, click);
  });
  const { orderId } = await inOne(tenantId, (scope) =>
    saveOrder(scope, "shop_a", orderSaid("o1", hours(-1), { contact: mia, orderedAt: hours(-1), ...said }), now),
  );
  await attributeOrder(tenantId, orderId, now);
  return {
    tenantId,
    orderId,
    contactId,
    linear: (await creditsOf(tenantId)).filter(({ model }) => model === "linear"),
  };
}
export const two = [
  { message: 0, at: hours(-30) },
  { message: 1, at: hours(-2) },
];
