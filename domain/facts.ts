import type { Brief, SlotName } from "./draft.ts";
import { fillableSlots } from "./slots.ts";

/** One thing that the brief holds and words may be linked to. */
export type Fact = { id: string; value: string | number | boolean };

/** The fact behind each slot. */
export const factOfSlot: Record<SlotName, string> = {
  "contact.firstName": "contact.firstName",
  "incentive.label": "incentive.kind",
  "incentive.code": "incentive.code",
  "incentive.deadline": "incentive.deadline",
  "cart.firstItem": "line.1.title",
  "cart.count": "cart.count",
  "cart.total": "cart.total",
  "stock.left": "stock.left",
  "store.returns": "store.returns",
  "store.shipping": "store.shipping",
  "brand.name": "brand.name",
  "order.name": "order.name",
  "order.date": "order.date",
  "cart.link": "cart.link",
};

/**
 * All facts of a brief by id, those that it does not hold left out. Amounts are written "12990 EUR" in minor units; a code
 * and a deadline are facts by being there (`true`): what they are, the renderer says. `stock.left` is the lowest of all.
 */
export function factsOf(brief: Brief): Fact[] {
  const { contact, incentive, hints, store } = brief;
  const slots = new Set(fillableSlots(brief));
  const facts: [id: string, value: Fact["value"] | null][] = [
    ["contact.firstName", contact.firstName],
    ["contact.returning", contact.returning || null],
    ["contact.orders", contact.orders || null],
    ["contact.lastOrderDays", contact.lastOrderDays],
    ["contact.recoveries", contact.recoveries || null],
    ["contact.vip", contact.vip || null],
    ["loyaltyLine", brief.loyaltyLine || null],
    ...brief.lines.flatMap(({ id, title, variantTitle, quantity }): [string, Fact["value"] | null][] => [
      [`${id}.title`, title],
      [`${id}.variantTitle`, variantTitle],
      [`${id}.quantity`, quantity],
    ]),
    ["cart.count", brief.lineCount || null],
    ["cart.total", brief.total && `${brief.total.amount} ${brief.total.currency}`],
    ["incentive.kind", incentive?.kind ?? null],
    ["incentive.percent", incentive?.percent ?? null],
    ["incentive.code", incentive?.hasCode || null],
    ["incentive.deadline", incentive?.hasDeadline || null],
    ["hints.shippingCostSeen", hints.shippingCostSeen || null],
    ["hints.device", hints.device],
    ["hints.hoursAway", hints.hoursAway],
    ...brief.stock.map(({ lineId, left }): [string, number] => [`${lineId}.stock`, left]),
    ["stock.left", slots.has("stock.left") ? Math.min(...brief.stock.map(({ left }) => left)) : null],
    ["store.returns", store.returns],
    ["store.shipping", store.shipping],
    ["brand.name", brief.brand.name || null],
    ["order.name", brief.answer?.hasOrder || null],
    ["order.date", brief.answer?.hasOrder || null],
    ["cart.link", brief.answer?.hasCartLink || null],
  ];
  return facts.flatMap(([id, value]) => (value === null ? [] : [{ id, value }]));
}
