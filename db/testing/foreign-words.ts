import type { CartSnapshot } from "#domain/cart.ts";
import type { ContactSnapshot } from "#domain/contact.ts";
import type { Brief } from "#domain/draft.ts";
import type { OrderSnapshot } from "#domain/order.ts";
import type { Owned } from "./foreign-owned.ts";

// What one tenant's shop may say with another tenant's names.

export const offer = { name: "Theirs", kind: "percent" as const, percent: 50, code: "THEIRS", validHours: null };

export const briefOf: Brief = {
  ...{ language: "en", purpose: "reminder", template: "reminder", position: 0, lines: [], lineCount: 0, total: null },
  contact: { firstName: null, returning: false, orders: 0, lastOrderDays: null, recoveries: 0, vip: false },
  ...{
    incentive: null,
    loyaltyLine: false,
    hints: { shippingCostSeen: false, device: null, hoursAway: null },
    stock: [],
  },
  brand: { name: "Theirs", tone: "", avoidWords: [], useWords: [], examples: [] },
  store: { returns: null, shipping: null },
};

export function personOf({ address, identity }: Owned): ContactSnapshot {
  const unsaid = { phone: null, lastName: null, language: null, country: null, timeZone: null };
  return { ...unsaid, externalId: identity, email: address, firstName: "Theirs", consent: "withdrawn" };
}

export function cartOf(a: Owned, now: Date): CartSnapshot {
  const totals = { subtotal: 1, discount: 0, shipping: null, tax: null, total: 1 };
  const times = { sourceCreatedAt: now, sourceUpdatedAt: now, completedAt: null, deletedAt: null };
  const named = { externalId: a.cartRow.externalId, tokens: [a.token], contact: personOf(a) };
  return {
    ...named,
    ...times,
    phase: "cart",
    currency: "EUR",
    lines: [],
    totals,
    discountCodes: [],
    recoveryUrl: null,
  };
}

export function orderOf(a: Owned, now: Date): OrderSnapshot {
  const amounts = { subtotal: 1, discount: 0, total: 1, refunded: 0 };
  const named = { externalId: a.cartRow.externalId, number: "theirs", tokens: [a.token], contact: personOf(a) };
  const times = { orderedAt: now, sourceUpdatedAt: now };
  return { ...named, ...amounts, ...times, currency: "EUR", lines: [], discountCodes: [], status: "placed" };
}
