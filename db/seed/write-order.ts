import { defaultAttribution } from "#domain/attribution/policy.ts";
import { creditOrder, type Touchpoint } from "#domain/attribution.ts";
import type { Incentive } from "#domain/incentive.ts";
import { percentOf } from "#domain/money.ts";
import { conversionRows } from "../conversions.ts";
import { chance } from "./chance.ts";
import { writeKeys } from "./write-cart.ts";
import type { CartRow, Writing } from "./writing.ts";

type Purchase = {
  cart: CartRow;
  contactId: string;
  orderedAt: Date;
  incentive: Incentive | null;
  touchpoints: Touchpoint[];
};

/** The order that a cart became, and its credit by the product's own rule. */
export function writeOrder(writing: Writing, purchase: Purchase): void {
  const { facts, rows, newId, ordersOf } = writing;
  const { tenantId } = facts;
  const { cart, contactId, orderedAt, incentive } = purchase;
  const id = newId("order", orderedAt);
  const { subtotal, shipping } = cart.totals;
  const discount = incentive?.kind === "percent" ? percentOf(subtotal, incentive.percent ?? 0) : 0;
  const total = subtotal - discount + (incentive?.kind === "free_shipping" ? 0 : (shipping ?? 0));
  const cancelled = chance(cart.externalId, "cancelled") < 0.012;
  cart.orderId = id;
  rows.orders.push({
    tenantId,
    id,
    shopId: cart.shopId,
    externalId: `order-${id.slice(-12)}`,
    number: `NL-${4100 + rows.orders.length}`,
    contactId,
    saidContactId: contactId,
    currency: cart.currency,
    lines: cart.lines,
    subtotal,
    discount,
    total,
    refunded: 0,
    discountCodes: incentive?.code ? [incentive.code] : [],
    status: cancelled ? "cancelled" : "placed",
    orderedAt,
    sourceUpdatedAt: orderedAt,
    createdAt: orderedAt,
  });
  writeKeys(writing, id, cart);
  rows.orderCarts.push({ tenantId, orderId: id, cartId: cart.id });
  ordersOf.set(contactId, (ordersOf.get(contactId) ?? 0) + 1);
  credit(writing, { id, total, cancelled }, purchase);
}

function credit(
  { facts, rows, newId }: Writing,
  order: { id: string; total: number; cancelled: boolean },
  purchase: Purchase,
): void {
  const { orderedAt, touchpoints, contactId, cart } = purchase;
  const { attributionDays, tenantId } = facts;
  const status = order.cancelled ? ("cancelled" as const) : ("placed" as const);
  const credits = creditOrder({ total: order.total, refunded: 0, status, orderedAt, contactId }, touchpoints, {
    attributionDays,
    attribution: defaultAttribution,
    fitted: null,
  });
  const credited = { id: order.id, currency: cart.currency, orderedAt };
  for (const row of conversionRows(credited, { credits, attributionDays, weightsId: null }))
    rows.conversions.push({ tenantId, id: newId("conversion", orderedAt), ...row, createdAt: orderedAt });
}
