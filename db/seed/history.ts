import { minute } from "./calendar.ts";
import { chance } from "./chance.ts";
import { type Person, type Visit, visits } from "./crowd.ts";
import type { HistoryFacts } from "./history-facts.ts";
import { historyIds } from "./history-ids.ts";
import { emptyHistory, type HistoryRows } from "./history-rows.ts";
import { writeAbandonment } from "./write-abandonment.ts";
import { writeCart, writeContact } from "./write-cart.ts";
import { writeOrder } from "./write-order.ts";
import type { Writing } from "./writing.ts";

/** Ninety days of a shop's life as rows: what would stand in the tables had the installation run all along. */
export function writeHistory(facts: HistoryFacts): HistoryRows {
  const writing: Writing = {
    facts,
    rows: emptyHistory(),
    newId: historyIds(),
    contactIds: new Map(),
    emailKeys: new Map(),
    ordersOf: new Map(),
    assigned: new Set(),
    exposed: new Set(),
    silent: new Set(),
  };
  for (const visit of visits(facts.now)) {
    const { person } = visit;
    if (!person) writeCart(writing, visit, null, {});
    else if (visit.kind === "bought") writePurchase(writing, visit, person);
    else if (!writing.silent.has(person.address)) writeAbandonment(writing, visit, person);
  }
  return writing.rows;
}

function writePurchase(writing: Writing, visit: Visit, person: Person): void {
  const orderedAt = new Date(visit.at.getTime() + (2 + chance(visit.subject, "checkout") * 25) * minute);
  if (orderedAt > writing.facts.now) return;
  const contactId = writeContact(writing, person, visit.at);
  const cart = writeCart(writing, visit, contactId, { orderedAt });
  writeOrder(writing, { cart, contactId, orderedAt, incentive: null, touchpoints: [] });
}
