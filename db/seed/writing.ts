import type { IdKind } from "../ids.ts";
import type { Person } from "./crowd.ts";
import type { HistoryFacts } from "./history-facts.ts";
import type { HistoryRows } from "./history-rows.ts";
import type { Story } from "./story.ts";

/** A history while it is being written. */
export type Writing = {
  facts: HistoryFacts;
  rows: HistoryRows;
  newId: (kind: IdKind, at: Date) => string;
  contactIds: Map<string, string>;
  /** By contact, the name under which their carts and orders find each other. */
  emailKeys: Map<string, string>;
  ordersOf: Map<string, number>;
  assigned: Set<string>;
  /** Contacts who have come to what the experiment is about. */
  exposed: Set<string>;
  /** Addresses that must not be written to any more. */
  silent: Set<string>;
};

export type CartRow = HistoryRows["carts"][number];

/** One enrollment whose messages are written. */
export type Mailing = {
  story: Story;
  cart: CartRow;
  person: Person;
  contactId: string;
  enrollmentId: string;
  subject: string;
};
