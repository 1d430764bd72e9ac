import { setImmediate as turnOfOthers } from "node:timers/promises";
import { type CartWord, saveCarts } from "#db/carts.ts";
import { clockOffset } from "#db/clock.ts";
import { type OrderWord, saveOrders } from "#db/orders.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { listShops, type Shop } from "#db/shops.ts";
import { lockPendingWebhooks, type Settled, settleWebhooks, type WebhookEvent } from "#db/webhook-events.ts";
import { onOurClock } from "#domain/our-clock.ts";
import type { ShopEvent } from "#domain/shop-event.ts";
import { refusalOf, translationOf, travelled } from "./apply-webhook.ts";
import { type Announcement, closures } from "./events.ts";

type Saying = { event: WebhookEvent; said: ShopEvent[] };
type Sorted = { settled: (Settled & { id: string })[]; saying: Saying[]; left: string[] };

/**
 * Applies what many stored requests of a tenant say of carts and orders, in one transaction of few statements: nearly all
 * that a shop sends in a storm. `left` are those that say other things, to be applied one by one.
 */
export function applyWebhooks(
  tenantId: string,
  ids: string[],
  now: Date,
): Promise<{ announcements: Announcement[]; left: string[] }> {
  return withJobScope(tenantId, async (scope) => {
    const events = await lockPendingWebhooks(scope, ids);
    const shops = new Map((await listShops(scope)).map((shop) => [shop.id, shop]));
    const [offset, realNow] = [await clockOffset(), new Date()];
    const sorted = await sort(events, (event) => {
      const shop = shops.get(event.sourceId);
      if (!shop) return null;
      const said = read(event, shop);
      if (said?.kind !== "events") return said;
      return { ...said, events: said.events.map((one) => onOurClock(one, offset, realNow)) };
    });
    const { announcements, subjects } = await store(scope, sorted.saying, now);
    const applied = sorted.saying.map(({ event }) => ({
      ...{ id: event.id, outcome: "applied" as const, reason: null, detail: null },
      subjectId: subjects.get(event.id) ?? null,
    }));
    await settleWebhooks(scope, [...sorted.settled, ...applied], now);
    return { announcements, left: sorted.left };
  });
}

/** `subjects` names what each request was about: the first that it speaks of. */
async function store(
  scope: Scope,
  saying: Saying[],
  now: Date,
): Promise<{ announcements: Announcement[]; subjects: Map<string, string> }> {
  const carts: (CartWord & { webhookId: string })[] = [];
  const orders: (OrderWord & { webhookId: string })[] = [];
  for (const { event, said } of saying) {
    const source = { shopId: event.sourceId, webhookId: event.id };
    for (const one of said) {
      if (one.kind === "cart") carts.push({ ...source, said: one.cart });
      if (one.kind === "order") orders.push({ ...source, said: one.order });
    }
  }
  const { cartIds, closedEnrollmentIds } = await saveCarts(scope, carts, now);
  const saved = await saveOrders(scope, orders, now);
  const { tenantId } = scope;
  const newOrders = [...new Set(saved.orderIds)].map((orderId) => ({
    name: "order/saved",
    data: { tenantId, orderId },
  }));
  const closed = [...closedEnrollmentIds, ...saved.closedEnrollmentIds];
  const subjects = new Map([
    ...orders.map(({ webhookId }, index) => [webhookId, saved.orderIds[index] ?? ""] as const),
    ...carts.map(({ webhookId }, index) => [webhookId, cartIds[index] ?? ""] as const),
  ]);
  return { announcements: [...closures(tenantId, closed), ...newOrders], subjects };
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

const turnMs = 5;

/** Reading is work of this process alone, which must not keep the doors beside it waiting. */
async function sort(events: WebhookEvent[], readOne: (event: WebhookEvent) => Reading): Promise<Sorted> {
  const sorted: Sorted = { settled: [], saying: [], left: [] };
  let since = performance.now();
  for (const event of events) {
    if (performance.now() - since > turnMs) {
      await turnOfOthers();
      since = performance.now();
    }
    const said = readOrLeave(event, readOne);
    if (said?.kind === "settled") sorted.settled.push({ id: event.id, ...said.settled });
    else if (said?.events.every((one) => one.kind === "cart" || one.kind === "order"))
      sorted.saying.push({ event, said: said.events });
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
