import type { Brief } from "#domain/draft.ts";

/** A brief of one new shopper with one product, and nothing beyond. */
export const plainBrief: Brief = {
  language: "en",
  purpose: "reminder",
  template: "reminder",
  position: 0,
  contact: { firstName: "Amelie", returning: false, orders: 0, lastOrderDays: null, recoveries: 0, vip: false },
  lines: [{ id: "line.1", title: "Linen overshirt", variantTitle: "Sand / M", quantity: 1 }],
  lineCount: 1,
  total: { amount: 12_990, currency: "EUR" },
  incentive: null,
  hints: { shippingCostSeen: false, device: null, hoursAway: null },
  stock: [],
  loyaltyLine: false,
  brand: { name: "Fjord & Field", tone: "calm and plain", avoidWords: [], useWords: [], examples: [] },
  store: { returns: null, shipping: null },
};

/** A brief that holds every fact a brief can hold. */
export const fullBrief: Brief = {
  ...plainBrief,
  contact: { ...plainBrief.contact, returning: true, orders: 3, lastOrderDays: 40, recoveries: 1 },
  lines: [...plainBrief.lines, { id: "line.2", title: "Wool socks", variantTitle: null, quantity: 2 }],
  lineCount: 2,
  incentive: { kind: "percent", percent: 10, hasDeadline: true, hasCode: true },
  hints: { shippingCostSeen: true, device: null, hoursAway: 5 },
  stock: [{ lineId: "line.1", left: 3 }],
  loyaltyLine: true,
  store: { returns: "unused things come back within a month", shipping: "parcels leave on working days" },
};
