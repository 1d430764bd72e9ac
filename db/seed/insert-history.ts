import type { PgTable } from "drizzle-orm/pg-core";
import { touchpoints } from "../schema/attribution.ts";
import { cartDeletions, carts, caseKeys, conversions, orderCarts, orders } from "../schema/carts.ts";
import { consents, contacts, suppressions } from "../schema/contacts.ts";
import { assignments, enrollmentArms, exposures } from "../schema/experiments.ts";
import { decisions, drafts, messageEvents, messages, reviews } from "../schema/messages.ts";
import { enrollments, incentiveGrants } from "../schema/sequences.ts";
import type { Scope } from "../scope.ts";
import type { HistoryRows } from "./history-rows.ts";

// A statement has at most 65,535 parameters.
const chunk = 1000;

/** Stores a history, a thousand rows in each statement. */
export async function insertHistory(scope: Scope, rows: HistoryRows): Promise<void> {
  const insert = async <T extends PgTable>(table: T, all: T["$inferInsert"][]) => {
    for (let from = 0; from < all.length; from += chunk) {
      await scope.db.insert(table).values(all.slice(from, from + chunk));
    }
  };
  await insert(contacts, rows.contacts);
  await insert(consents, rows.consents);
  await insert(suppressions, rows.suppressions);
  await insert(carts, rows.carts);
  await insert(cartDeletions, rows.cartDeletions);
  await insert(caseKeys, rows.caseKeys);
  await insert(assignments, rows.assignments);
  await insert(enrollments, rows.enrollments);
  await insert(enrollmentArms, rows.enrollmentArms);
  await insert(exposures, rows.exposures);
  await insert(decisions, rows.decisions);
  await insert(incentiveGrants, rows.incentiveGrants);
  await insert(drafts, rows.drafts);
  await insert(reviews, rows.reviews);
  await insert(messages, rows.messages);
  await insert(messageEvents, rows.messageEvents);
  await insert(touchpoints, rows.touchpoints);
  await insert(orders, rows.orders);
  await insert(orderCarts, rows.orderCarts);
  await insert(conversions, rows.conversions);
}
