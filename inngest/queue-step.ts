import { getCart } from "#db/carts.ts";
import { offeredIn } from "#db/coupons.ts";
import { contactOf } from "#db/decision-facts.ts";
import { getDecision } from "#db/decisions.ts";
import { getDraft } from "#db/drafts.ts";
import { getEnrollment } from "#db/enrollments.ts";
import { getIncentive } from "#db/incentives.ts";
import { queueMessage } from "#db/messages.ts";
import { withScope } from "#db/scope.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import { filledSubject } from "#emails/recovery-props.ts";
import { env } from "#env";
import { loadSlotRows } from "./load-slot-rows.ts";
import { validUntil } from "./render-message.ts";

/** Queues the message of an approved draft; null when its enrollment has been closed meanwhile. */
export function queueStep(tenantId: string, draftId: string, now: Date): Promise<string | null> {
  return withScope(tenantId, async (scope) => {
    const draft = await getDraft(scope, draftId);
    const decision = draft && (await getDecision(scope, draft.decisionId));
    const enrollment = decision && (await getEnrollment(scope, decision.enrollmentId));
    const contact = enrollment && (await contactOf(scope, enrollment.contactId));
    if (!draft?.words || !decision || !enrollment || enrollment.closedAt || !contact) return null;
    const cart = await getCart(scope, enrollment.cartId);
    if (!cart) return null;
    const promised = decision.incentiveId ? await getIncentive(scope, decision.incentiveId) : null;
    const incentive = promised && (await offeredIn(scope, decision.id, promised));
    const [tenant, brand] = [await getTenant(scope), await getBrand(scope)];
    const { language } = draft;
    const message = {
      decisionId: decision.id,
      enrollmentId: enrollment.id,
      cartId: enrollment.cartId,
      contactId: contact.id,
      draftId,
      position: decision.position,
      incentiveId: decision.incentiveId,
      toAddress: contact.address,
      fromAddress: brand.senderAddress
        ? `${brand.senderName.replace(/["<>\r\n]/g, " ")} <${brand.senderAddress}>`
        : env().MAIL_FROM,
      subject: filledSubject({
        ...(await loadSlotRows(scope, { language, cart, tenant, brand })),
        language,
        timeZone: contact.timeZone ?? tenant.timeZone,
        words: draft.words,
        firstName: contact.firstName,
        cart,
        incentive: incentive && { ...incentive, validUntil: incentive.expiresAt ?? validUntil(incentive, now) },
        brand,
      }),
    };
    return queueMessage(scope, message, now);
  });
}
