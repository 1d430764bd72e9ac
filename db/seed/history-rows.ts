import type { touchpoints } from "../schema/attribution.ts";
import type { cartDeletions, carts, caseKeys, conversions, orderCarts, orders } from "../schema/carts.ts";
import type { consents, contacts, suppressions } from "../schema/contacts.ts";
import type { assignments, enrollmentArms, exposures } from "../schema/experiments.ts";
import type { decisions, drafts, messageEvents, messages, reviews } from "../schema/messages.ts";
import type { enrollments, incentiveGrants } from "../schema/sequences.ts";

/** All rows of a history, by table, in the order in which they may be inserted. */
export type HistoryRows = {
  contacts: (typeof contacts.$inferInsert)[];
  consents: (typeof consents.$inferInsert)[];
  suppressions: (typeof suppressions.$inferInsert)[];
  carts: (typeof carts.$inferInsert)[];
  cartDeletions: (typeof cartDeletions.$inferInsert)[];
  caseKeys: (typeof caseKeys.$inferInsert)[];
  assignments: (typeof assignments.$inferInsert)[];
  enrollmentArms: (typeof enrollmentArms.$inferInsert)[];
  exposures: (typeof exposures.$inferInsert)[];
  enrollments: (typeof enrollments.$inferInsert)[];
  decisions: (typeof decisions.$inferInsert)[];
  incentiveGrants: (typeof incentiveGrants.$inferInsert)[];
  drafts: (typeof drafts.$inferInsert)[];
  reviews: (typeof reviews.$inferInsert)[];
  messages: (typeof messages.$inferInsert)[];
  messageEvents: (typeof messageEvents.$inferInsert)[];
  touchpoints: (typeof touchpoints.$inferInsert)[];
  orders: (typeof orders.$inferInsert)[];
  orderCarts: (typeof orderCarts.$inferInsert)[];
  conversions: (typeof conversions.$inferInsert)[];
};

export function emptyHistory(): HistoryRows {
  return {
    contacts: [],
    consents: [],
    suppressions: [],
    carts: [],
    cartDeletions: [],
    caseKeys: [],
    assignments: [],
    enrollmentArms: [],
    exposures: [],
    enrollments: [],
    decisions: [],
    incentiveGrants: [],
    drafts: [],
    reviews: [],
    messages: [],
    messageEvents: [],
    touchpoints: [],
    orders: [],
    orderCarts: [],
    conversions: [],
  };
}
