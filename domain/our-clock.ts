import type { ShopEvent } from "./shop-event.ts";

const nearMs = 15 * 60_000;

/**
 * Demo and test mode may run days ahead of the world, while a real shop's or mail provider's times are the world's. An
 * event that happened just now there is moved, with all its instants, by `offsetMs` (our time less the real time), so
 * that it happened just now here too. Other times, such as the demo storefront's, speak our time already and stay.
 */
export function onOurClock(event: ShopEvent, offsetMs: number, realNow: Date): ShopEvent {
  const main = mainTime(event);
  if (!main || !isRealTime(main, offsetMs, realNow)) return event;
  const moved = (at: Date) => new Date(at.getTime() + offsetMs);
  const movedOrNull = (at: Date | null) => at && moved(at);
  switch (event.kind) {
    case "cart": {
      const { sourceCreatedAt, sourceUpdatedAt, completedAt, deletedAt, recoveryExpiresAt } = event.cart;
      const times = { sourceCreatedAt: moved(sourceCreatedAt), sourceUpdatedAt: moved(sourceUpdatedAt) };
      const ends = { completedAt: movedOrNull(completedAt), deletedAt: movedOrNull(deletedAt) };
      const link = recoveryExpiresAt ? { recoveryExpiresAt: moved(recoveryExpiresAt) } : {};
      return { ...event, cart: { ...event.cart, ...times, ...ends, ...link } };
    }
    case "cart_deleted":
      return { ...event, deletedAt: moved(event.deletedAt) };
    case "order": {
      const { orderedAt, sourceUpdatedAt } = event.order;
      const times = { orderedAt: moved(orderedAt), sourceUpdatedAt: moved(sourceUpdatedAt) };
      return { ...event, order: { ...event.order, ...times } };
    }
    case "contact":
      return { ...event, sourceUpdatedAt: moved(event.sourceUpdatedAt) };
    case "product": {
      const { sourceUpdatedAt, deletedAt } = event.product;
      const times = { sourceUpdatedAt: moved(sourceUpdatedAt), deletedAt: movedOrNull(deletedAt) };
      return { ...event, product: { ...event.product, ...times } };
    }
    case "stock":
      return { ...event, stock: { ...event.stock, sourceUpdatedAt: moved(event.stock.sourceUpdatedAt) } };
    case "view":
      return { ...event, view: { ...event.view, at: moved(event.view.at) } };
    case "shop_uninstalled":
    case "activity":
      return { ...event, at: moved(event.at) };
    case "compliance":
      return event;
  }
}

/** The same for one instant, such as that of a mail provider's report. */
export function instantOnOurClock(at: Date, offsetMs: number, realNow: Date): Date {
  return isRealTime(at, offsetMs, realNow) ? new Date(at.getTime() + offsetMs) : at;
}

function mainTime(event: ShopEvent): Date | null {
  switch (event.kind) {
    case "cart":
      return event.cart.sourceUpdatedAt;
    case "order":
      return event.order.sourceUpdatedAt;
    case "cart_deleted":
      return event.deletedAt;
    case "contact":
      return event.sourceUpdatedAt;
    case "product":
      return event.product.sourceUpdatedAt;
    case "stock":
      return event.stock.sourceUpdatedAt;
    case "view":
      return event.view.at;
    case "shop_uninstalled":
    case "activity":
      return event.at;
    case "compliance":
      return null;
  }
}

/** Just now by the real clock, and by ours not as near. */
function isRealTime(at: Date, offsetMs: number, realNow: Date): boolean {
  if (Math.abs(offsetMs) <= nearMs) return false;
  const fromReal = at.getTime() - realNow.getTime();
  return Math.abs(fromReal) <= nearMs && Math.abs(fromReal) < Math.abs(fromReal - offsetMs);
}
