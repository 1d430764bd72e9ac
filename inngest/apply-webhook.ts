import { deleteCart, saveCart } from "#db/carts.ts";
import { recordActivity } from "#db/claims.ts";
import { clockOffset } from "#db/clock.ts";
import { answerCompliance } from "#db/compliance.ts";
import { saveContact } from "#db/contacts.ts";
import { saveOrder } from "#db/orders.ts";
import { saveProduct, saveStock } from "#db/products.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { closeShop, getShop, type Shop } from "#db/shops.ts";
import { readStoredEvent } from "#db/stored-events.ts";
import { recordView } from "#db/visits.ts";
import { lockPendingWebhook, settleWebhook, type WebhookEvent } from "#db/webhook-events.ts";
import { onOurClock } from "#domain/our-clock.ts";
import type { ShopEvent, Translation, WebhookOutcome } from "#domain/shop-event.ts";
import { platforms } from "#integrations/platforms.ts";
import { applyMailEvents } from "./apply-mail-events.ts";
import { type Completed, completeWebhook, type Unfinished } from "./complete-webhook.ts";
import { type Announcement, closures } from "./events.ts";

type Applied = { subjectId: string | null; announcements: Announcement[] };

/** Translates one stored request and applies it, in one transaction with its outcome; a second call finds nothing to do. */
export async function applyWebhook(tenantId: string, webhookEventId: string, now: Date): Promise<Announcement[]> {
  const tried = await applyStored(tenantId, webhookEventId, { now });
  if (!("incomplete" in tried)) return tried;
  const whole = await completeWebhook(tenantId, tried);
  const applied = await applyStored(tenantId, webhookEventId, { now, whole });
  return "incomplete" in applied ? [] : applied;
}

/** `whole` is what the shop said when it was asked for what the body only named; without it such a body is answered as is. */
function applyStored(
  tenantId: string,
  webhookEventId: string,
  { now, whole }: { now: Date; whole?: Completed },
): Promise<Announcement[] | Unfinished> {
  // After a complaint a month of the step's messages is counted, among as many as the tenant has.
  return withJobScope(
    tenantId,
    async (scope) => {
      const event = await lockPendingWebhook(scope, webhookEventId);
      if (!event) return [];
      if (event.sourceId === "email") return applyMailEvents(scope, event, now);
      if (event.origin === "test") {
        await settleWebhook(scope, event.id, { ...travelled, subjectId: null }, now);
        return [];
      }
      const shop = await getShop(scope, event.sourceId);
      const said = whole ?? translationOf(event, shop);
      if (said.kind === "incomplete" && !whole)
        return { shopId: shop.id, incomplete: said, receivedAt: event.receivedAt };
      const refusal = refusalOf(said);
      if (refusal) {
        await settleWebhook(scope, event.id, { ...refusal, subjectId: null }, now);
        return [];
      }
      const applied: Applied[] = [];
      const [offset, realNow] = [await clockOffset(), new Date()];
      for (const one of said.kind === "events" ? said.events : [])
        applied.push(await applyEvent(scope, event, onOurClock(one, offset, realNow), now));
      const subjectId = applied.find((one) => one.subjectId)?.subjectId ?? null;
      await settleWebhook(scope, event.id, { outcome: "applied", reason: null, detail: null, subjectId }, now);
      return applied.flatMap((one) => one.announcements);
    },
    { plans: "anew" },
  );
}

/** What a stored request says in our words. */
export function translationOf(event: WebhookEvent, shop: Shop): Translation {
  const { topic, receivedAt, origin } = event;
  const body = event.body ?? new Uint8Array();
  if (origin === "reconcile") return { kind: "events", events: body.length > 0 ? [readStoredEvent(body)] : [] };
  const { currency: shopCurrency, url: shopUrl } = shop;
  return platforms[shop.platform].translate({ topic, body, shopCurrency, receivedAt, shopUrl });
}

/** What becomes of a test event: it has shown that events travel, and means nothing. */
export const travelled = { outcome: "ignored" as const, reason: "test_event", detail: null };

/** Why nothing of a translation is stored, or null when something is. */
export function refusalOf(said: Completed): { outcome: WebhookOutcome; reason: string; detail: string | null } | null {
  switch (said.kind) {
    case "ignored":
      return { outcome: "ignored", reason: said.reason, detail: null };
    case "rejected":
      return { outcome: "rejected", reason: said.reason, detail: said.detail };
    case "incomplete":
      return { outcome: "failed", reason: "incomplete", detail: said.what };
    case "unanswered":
      return { outcome: "failed", reason: said.reason, detail: said.what };
    case "events":
      return said.events.length > 0 ? null : { outcome: "ignored", reason: "nothing_to_do", detail: null };
  }
}

async function applyEvent(scope: Scope, event: WebhookEvent, said: ShopEvent, now: Date): Promise<Applied> {
  const { tenantId } = scope;
  const shopId = event.sourceId;
  switch (said.kind) {
    case "cart": {
      const { cartId, closedEnrollmentIds } = await saveCart(scope, shopId, said.cart, now);
      return { subjectId: cartId, announcements: closures(tenantId, closedEnrollmentIds) };
    }
    case "activity":
      await recordActivity(scope, { shopId, tokens: said.tokens, at: said.at }, now);
      return { subjectId: null, announcements: [] };
    case "view": {
      const closed = await recordView(scope, { shopId, webhookEventId: event.id, ...said.view }, now);
      return { subjectId: null, announcements: closures(tenantId, closed) };
    }
    case "cart_deleted": {
      const gone = { shopId, tokens: said.tokens, deletedAt: said.deletedAt };
      const { cartId, closedEnrollmentIds } = await deleteCart(scope, gone, now);
      return { subjectId: cartId, announcements: closures(tenantId, closedEnrollmentIds) };
    }
    case "order": {
      const { orderId, closedEnrollmentIds } = await saveOrder(scope, shopId, said.order, now);
      const saved = { name: "order/saved", data: { tenantId, orderId } };
      return { subjectId: orderId, announcements: [...closures(tenantId, closedEnrollmentIds), saved] };
    }
    case "contact": {
      const source = { shopId, sourceUpdatedAt: said.sourceUpdatedAt, consentSource: `shop ${shopId}` };
      const { contactId, closedEnrollmentIds } = await saveContact(scope, said.contact, source, now);
      return { subjectId: contactId, announcements: closures(tenantId, closedEnrollmentIds) };
    }
    case "product":
      return { subjectId: await saveProduct(scope, shopId, said.product, now), announcements: [] };
    case "stock":
      await saveStock(scope, shopId, said.stock);
      return { subjectId: null, announcements: [] };
    case "shop_uninstalled":
      await closeShop(scope, shopId, said.at, now);
      return { subjectId: null, announcements: [] };
    case "compliance": {
      const closed = await answerCompliance(scope, { shopId, webhookEventId: event.id, asked: said.compliance }, now);
      return { subjectId: null, announcements: closures(tenantId, closed) };
    }
  }
}
