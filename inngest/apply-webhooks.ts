import { saveCarts } from "#db/carts.ts";
import { clockOffset } from "#db/clock.ts";
import { withScope } from "#db/scope.ts";
import { listShops, type Shop } from "#db/shops.ts";
import { lockPendingWebhooks, type Settled, settleWebhooks, type WebhookEvent } from "#db/webhook-events.ts";
import type { CartSnapshot } from "#domain/cart.ts";
import { onOurClock } from "#domain/our-clock.ts";
import type { ShopEvent } from "#domain/shop-event.ts";
import { refusalOf, translationOf, travelled } from "./apply-webhook.ts";
import { type Announcement, closures } from "./events.ts";

type CartEvent = { event: WebhookEvent; carts: CartSnapshot[] };
type Sorted = { settled: (Settled & { id: string })[]; saying: CartEvent[]; left: string[] };

/**
 * Applies what many stored requests of a tenant say of carts, in one transaction of few statements: nine of ten that a
 * shop sends. `left` are those that say other things, to be applied one by one.
 */
export function applyWebhooks(
  tenantId: string,
  ids: string[],
  now: Date,
): Promise<{ announcements: Announcement[]; left: string[] }> {
  return withScope(tenantId, async (scope) => {
    const events = await lockPendingWebhooks(scope, ids);
    const shops = new Map((await listShops(scope)).map((shop) => [shop.id, shop]));
    const [offset, realNow] = [await clockOffset(), new Date()];
    const sorted = sort(events, (event) => {
      const shop = shops.get(event.sourceId);
      if (!shop) return null;
      const said = read(event, shop);
      if (said?.kind !== "events") return said;
      return { ...said, events: said.events.map((one) => onOurClock(one, offset, realNow)) };
    });
    const words = sorted.saying.flatMap(({ event, carts }) => carts.map((said) => ({ shopId: event.sourceId, said })));
    const saved = await saveCarts(scope, words, now);
    const cartIds = [...saved.cartIds];
    const applied = sorted.saying.map(({ event, carts }) => {
      const [subjectId = null] = cartIds.splice(0, carts.length);
      return { id: event.id, outcome: "applied" as const, reason: null, detail: null, subjectId };
    });
    await settleWebhooks(scope, [...sorted.settled, ...applied], now);
    return { announcements: closures(tenantId, saved.closedEnrollmentIds), left: sorted.left };
  });
}

type Reading = { kind: "settled"; settled: Settled } | { kind: "events"; events: ShopEvent[] } | null;

/** Null for what must ask the shop first. */
function read(event: WebhookEvent, shop: Shop): Reading {
  if (event.origin === "test") return { kind: "settled", settled: { ...travelled, subjectId: null } };
  const said = translationOf(event, shop);
  if (said.kind === "incomplete") return null;
  const refusal = refusalOf(said);
  if (refusal) return { kind: "settled", settled: { ...refusal, subjectId: null } };
  return said.kind === "events" ? said : null;
}

function sort(events: WebhookEvent[], readOne: (event: WebhookEvent) => Reading): Sorted {
  const sorted: Sorted = { settled: [], saying: [], left: [] };
  for (const event of events) {
    const said = readOrLeave(event, readOne);
    if (said?.kind === "settled") sorted.settled.push({ id: event.id, ...said.settled });
    else if (said?.events.every((one) => one.kind === "cart"))
      sorted.saying.push({ event, carts: said.events.map((one) => one.cart) });
    else sorted.left.push(event.id);
  }
  return sorted;
}

/** What cannot even be read fails by itself, where its fault is counted. */
function readOrLeave(event: WebhookEvent, readOne: (event: WebhookEvent) => Reading): Reading {
  try {
    return readOne(event);
  } catch {
    return null;
  }
}
