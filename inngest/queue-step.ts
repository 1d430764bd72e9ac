import { getCart } from "#db/carts.ts";
import { offeredIn } from "#db/coupons.ts";
import { contactOf } from "#db/decision-facts.ts";
import { getDraft } from "#db/drafts.ts";
import { getIncentive } from "#db/incentives.ts";
import { lockStanding, type Standing } from "#db/lives.ts";
import { queueMessage } from "#db/messages.ts";
import { openStop } from "#db/pattern-stops.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { getShop } from "#db/shops.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import type { Words } from "#domain/draft.ts";
import { advance } from "#domain/review.ts";
import { shopperZone } from "#domain/timing/shopper-zone.ts";
import { filledSubject } from "#emails/recovery-props.ts";
import { env } from "#env";
import { loadSlotRows } from "./load-slot-rows.ts";
import { validUntil } from "./render-message.ts";
import { shownCart } from "./shown-cart.ts";
import { holdByStop } from "./stop-pattern.ts";

/**
 * Queues the message of a cleared draft; null when other words have taken their place, they are not cleared, or words of
 * their pattern are stopped. Asked again, it gives the message that is queued already.
 */
export function queueStep(tenantId: string, draftId: string, now: Date): Promise<string | null> {
  return withJobScope(tenantId, async (scope) => {
    const asked = await getDraft(scope, draftId);
    const standing = asked && (await lockStanding(scope, asked.decisionId));
    if (!standing || standing.draft.id !== draftId) return null;
    const { life, message } = standing;
    if (life.kind === "scheduled") return message?.id ?? null;
    if (advance(life, { kind: "queued", leavesAt: now }).kind === "refused") return null;
    const stop = await openStop(scope, standing.draft.pattern);
    if (stop) {
      await holdByStop(scope, standing, stop, now);
      return null;
    }
    const made = await messageFrom(scope, standing, now);
    return made && queueMessage(scope, made, now);
  });
}

type Made = Parameters<typeof queueMessage>[1];

async function messageFrom(scope: Scope, { draft, decision, enrollment }: Standing, now: Date): Promise<Made | null> {
  const contact = await contactOf(scope, enrollment.contactId);
  const stored = await getCart(scope, enrollment.cartId);
  if (!draft.words || !contact || !stored) return null;
  const cart = draft.brief ? await shownCart(scope, stored, draft.brief.purpose) : stored;
  const incentiveId = draft.pinned && !draft.pinned.incentive ? null : decision.incentiveId;
  const promised = incentiveId ? await getIncentive(scope, incentiveId) : null;
  const incentive = promised && (await offeredIn(scope, decision.id, promised));
  const brand = await getBrand(scope);
  const filling = { words: draft.words, language: draft.language, contact, cart, incentive, brand };
  return {
    decisionId: decision.id,
    enrollmentId: enrollment.id,
    cartId: enrollment.cartId,
    contactId: contact.id,
    draftId: draft.id,
    position: decision.position,
    incentiveId,
    toAddress: contact.address,
    fromAddress: brand.senderAddress
      ? `${brand.senderName.replace(/["<>\r\n]/g, " ")} <${brand.senderAddress}>`
      : env().MAIL_FROM,
    subject: await subjectFrom(scope, filling, now),
  };
}

type Filling = {
  words: Words;
  language: string;
  contact: NonNullable<Awaited<ReturnType<typeof contactOf>>>;
  cart: NonNullable<Awaited<ReturnType<typeof getCart>>>;
  incentive: Awaited<ReturnType<typeof offeredIn<NonNullable<Awaited<ReturnType<typeof getIncentive>>>>>> | null;
  brand: Awaited<ReturnType<typeof getBrand>>;
};

async function subjectFrom(scope: Scope, filling: Filling, now: Date): Promise<string> {
  const { words, language, contact, cart, incentive, brand } = filling;
  const tenant = await getTenant(scope);
  const store = (await getShop(scope, cart.shopId)).timeZone;
  const known = { address: contact.timeZone, country: contact.country, store, tenant: tenant.timeZone };
  return filledSubject({
    ...(await loadSlotRows(scope, { language, cart, tenant, brand })),
    ...{ words, language, cart, brand, firstName: contact.firstName, timeZone: shopperZone(known).zone },
    incentive: incentive && { ...incentive, validUntil: incentive.expiresAt ?? validUntil(incentive, now) },
  });
}
