import type { carts, conversions, orderCarts, orders, orderTokens } from "../schema/carts.ts";
import type { consents, contacts, suppressions } from "../schema/contacts.ts";
import type { decisions, drafts, messageEvents, messages, reviews, touchpoints } from "../schema/messages.ts";
import type { assignments, enrollments } from "../schema/sequences.ts";
import type { cartTokens } from "../schema/shops.ts";

/** All rows of a history, by table, in the order in which they may be inserted. */
export type HistoryRows = {
  contacts: (typeof contacts.$inferInsert)[];
  consents: (typeof consents.$inferInsert)[];
  suppressions: (typeof suppressions.$inferInsert)[];
  carts: (typeof carts.$inferInsert)[];
  cartTokens: (typeof cartTokens.$inferInsert)[];
  assignments: (typeof assignments.$inferInsert)[];
  enrollments: (typeof enrollments.$inferInsert)[];
  decisions: (typeof decisions.$inferInsert)[];
  drafts: (typeof drafts.$inferInsert)[];
  reviews: (typeof reviews.$inferInsert)[];
  messages: (typeof messages.$inferInsert)[];
  messageEvents: (typeof messageEvents.$inferInsert)[];
  touchpoints: (typeof touchpoints.$inferInsert)[];
  orders: (typeof orders.$inferInsert)[];
  orderTokens: (typeof orderTokens.$inferInsert)[];
  orderCarts: (typeof orderCarts.$inferInsert)[];
  conversions: (typeof conversions.$inferInsert)[];
};

export function emptyHistory(): HistoryRows {
  return {
    contacts: [],
    consents: [],
    suppressions: [],
    carts: [],
    cartTokens: [],
    assignments: [],
    enrollments: [],
    decisions: [],
    drafts: [],
    reviews: [],
    messages: [],
    messageEvents: [],
    touchpoints: [],
    orders: [],
    orderTokens: [],
    orderCarts: [],
    conversions: [],
  };
}
