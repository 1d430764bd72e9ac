import type { ShopEvent } from "./shop-event.ts";

type Known = { kind: "cart" | "order"; externalId: string; sourceUpdatedAt: Date };

/** By when a webhook should have brought it. */
const graceMs = 10 * 60_000;

/** The name and time by which a cart or order is compared with what we have; null for all that is kept without asking. */
export function comparableOf(event: ShopEvent): Known | null {
  if (event.kind === "cart") return { ...event.cart, kind: "cart" };
  return event.kind === "order" ? { ...event.order, kind: "order" } : null;
}

/** Leaves out the carts and orders of which we have that word or a newer one. */
export function newsAmong(events: ShopEvent[], known: Known[]): ShopEvent[] {
  const times = new Map(known.map((one) => [`${one.kind} ${one.externalId}`, one.sourceUpdatedAt.getTime()]));
  return events.filter((event) => {
    const said = comparableOf(event);
    return !said || (times.get(`${said.kind} ${said.externalId}`) ?? -1) < said.sourceUpdatedAt.getTime();
  });
}

/** Whether an event that a look at the shop brought had been missed: a webhook would have come by now. */
export function isMissed(event: ShopEvent, now: Date): boolean {
  const said = comparableOf(event);
  return said !== null && now.getTime() - said.sourceUpdatedAt.getTime() > graceMs;
}
