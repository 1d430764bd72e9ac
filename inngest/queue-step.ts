import { contactOf } from "#db/decision-facts.ts";
import { getDecision } from "#db/decisions.ts";
import { getDraft } from "#db/drafts.ts";
import { getEnrollment } from "#db/enrollments.ts";
import { queueMessage } from "#db/messages.ts";
import { withScope } from "#db/scope.ts";
import { getBrand } from "#db/tenants.ts";
import { env } from "#env";

/** Queues the message of an approved draft; null when its enrollment has been closed meanwhile. */
export function queueStep(tenantId: string, draftId: string, now: Date): Promise<string | null> {
  return withScope(tenantId, async (scope) => {
    const draft = await getDraft(scope, draftId);
    const decision = draft && (await getDecision(scope, draft.decisionId));
    const enrollment = decision && (await getEnrollment(scope, decision.enrollmentId));
    const contact = enrollment && (await contactOf(scope, enrollment.contactId));
    if (!draft?.words || !decision || !enrollment || enrollment.closedAt || !contact) return null;
    const brand = await getBrand(scope);
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
      subject: draft.words.subject,
    };
    return queueMessage(scope, message, now);
  });
}
