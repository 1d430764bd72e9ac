import { readFileSync } from "node:fs";

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8")) as {
    data: { object: object };
  };

/** The session of the fixture `session-expired`. */
export const first = "cs_live_a1NordhemFirst0000000000000000000000000000000000";

const line = { id: "li_1", description: "Cup", quantity: 1, amount_subtotal: 1000, price: { id: "price_1" } };

/** An event on the fixture's session with one line and some fields changed. */
export function sessionWith(more: object) {
  const event = read("session-expired");
  const object = { ...event.data.object, line_items: { data: [line], has_more: false }, ...more };
  return { ...event, data: { object } };
}

export const expired = sessionWith;

export function refunded(more: object) {
  const event = read("charge-refunded");
  return { ...event, data: { object: { ...event.data.object, ...more } } };
}
