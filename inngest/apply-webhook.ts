import { deleteCart, saveCart } from "#db/carts.ts";
import { clockOffset } from "#db/clock.ts";
import { answerCompliance } from "#db/compliance.ts";
import { saveContact } from "#db/contacts.ts";
import { saveOrder } from "#db/orders.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { getShop } from "#db/shops.ts";
import { lockPendingWebhook, settleWebhook, type WebhookEvent } from "#db/webhook-events.ts";
import { onOurClock } from "#domain/our-clock.ts";
import type { ShopEvent, Translation, WebhookOutcome } from "#domain/shop-event.ts";
import { platforms } from "#integrations/platforms.ts";
import { applyMailEvents } from "./apply-mail-events.ts";
import { type Announcement, closures } from "./events.ts";

type Applied = { subjectId: string | null; announcements: Announcement[] };

/** Translates one stored request and applies it, in one transaction with its outcome; a second call finds nothing to do. */
export function applyWebhook(tenantId: string, webhookEventId: string, now: Date): Promise<Announcement[]> {
  return withScope(tenantId, async (scope) => {
    const event = await lockPendingWebhook(scope, webhookEventId);
    if (!event) return [];
    if (event.sourceId === "email") return applyMailEvents(scope, event, now);
    if (event.origin === "test") {
      await settleWebhook(scope, event.id, { ...travelled, subjectId: null }, now);
      return [];
    }
    const shop = await getShop(scope, event.sourceId);
    const { topic, body, receivedAt } = event;
    const said = platforms[shop.platform].translate({
      topic,
      body: body ?? new Uint8Array(),
      shopCurrency: shop.currency,
      shopUrl: shop.url,
      receivedAt,
    });
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
  });
}

/** What becomes of a test event: it has shown that events travel, and means nothing. */
const travelled = { outcome: "ignored" as const, reason: "test_event", detail: null };

/** Why nothing of a translation is stored, or null when something is. */
function refusalOf(said: Translation): { outcome: WebhookOutcome; reason: string; detail: string | null } | null {
  switch (said.kind) {
    case "ignored":
      return { outcome: "ignored", reason: said.reason, detail: null };
    case "rejected":
      return { outcome: "rejected", reason: said.reason, detail: said.detail };
    case "incomplete":
      return { outcome: "failed", reason: "incomplete", detail: said.what };
    case "events":
      return said.events.some((one) => !unstored.has(one.kind))
        ? null
        : { outcome: "ignored", reason: "nothing_to_do", detail: null };
  }
}

/** Kinds of events that we hear of but keep no rows for. */
const unstored: ReadonlySet<ShopEvent["kind"]> = new Set(["product", "stock", "shop_uninstalled"]);

async function applyEvent(scope: Scope, event: WebhookEvent, said: ShopEvent, now: Date): Promise<Applied> {
  const { tenantId } = scope;
  const shopId = event.sourceId;
  switch (said.kind) {
    case "cart": {
      const { cartId, closedEnrollmentIds } = await saveCart(scope, shopId, said.cart, now);
      return { subjectId: cartId, announcements: closures(tenantId, closedEnrollmentIds) };
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
    case "stock":
    case "shop_uninstalled":
      return { subjectId: null, announcements: [] };
    case "compliance": {
      const closed = await answerCompliance(scope, { shopId, webhookEventId: event.id, asked: said.compliance }, now);
      return { subjectId: null, announcements: closures(tenantId, closed) };
    }
  }
}
