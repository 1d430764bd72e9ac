import type { ClaimedMessage } from "#db/across-tenants-jobs.ts";
import { closeEnrollment } from "#db/enrollments.ts";
import { getMessage, type Message, postponeMessage, stopMessage, storePayload } from "#db/messages.ts";
import { withScope } from "#db/scope.ts";
import { getBrand } from "#db/tenants.ts";
import { maySend } from "#domain/message.ts";
import type { OutgoingMail } from "#integrations/mailer.ts";
import { loadSnapshot } from "./load-snapshot.ts";
import { renderMessage } from "./render-message.ts";

/** What a claimed message needs next: to be handed over, to be asked again later, or nothing. */
export type Prepared =
  | { kind: "mail"; tenantId: string; mail: OutgoingMail }
  | { kind: "later"; tenantId: string; messageId: string; until: Date }
  | { kind: "none" };

/** Asks `maySend` over fresh rows, renders, and stores the payload before the first try. */
export function prepareMessage({ tenantId, id, retaken }: ClaimedMessage, now: Date): Promise<Prepared> {
  return withScope(tenantId, async (scope) => {
    const message = await getMessage(scope, id);
    if (!message) return { kind: "none" };
    const { enrollmentId, position } = message;
    const loaded = await loadSnapshot(scope, { enrollmentId, position, exceptMessageId: id }, now);
    if (!loaded || (loaded.enrollment.closedAt && loaded.enrollment.closeReason !== "finished")) {
      await stopMessage(scope, id, loaded?.enrollment.closeReason ?? "expired");
      return { kind: "none" };
    }
    const answer = maySend(loaded.snapshot, now);
    if (answer.kind === "stop") {
      await stopMessage(scope, id, answer.reason);
      await closeEnrollment(scope, enrollmentId, answer.reason, now);
      return { kind: "none" };
    }
    // What may have been handed over before must go as it was: put off now, it would go again in another batch.
    if (answer.kind === "wait" && !retaken) {
      const { until } = answer;
      await postponeMessage(scope, id, answer.reason, () => until);
      return { kind: "later", tenantId, messageId: id, until };
    }
    const payload = message.html ? null : await renderMessage(scope, message, loaded, now);
    if (!payload && !message.html) {
      await stopMessage(scope, id, "erased");
      return { kind: "none" };
    }
    if (payload) await storePayload(scope, id, payload);
    const { replyTo } = await getBrand(scope);
    return { kind: "mail", tenantId, mail: toMail(tenantId, { ...message, ...payload }, replyTo) };
  });
}

function toMail(tenantId: string, message: Message, replyTo: string | null): OutgoingMail {
  return {
    id: message.id,
    to: message.toAddress,
    from: message.fromAddress,
    replyTo,
    subject: message.subject,
    html: message.html ?? "",
    text: message.text ?? "",
    headers: message.headers,
    tags: { tenant_id: tenantId, message_id: message.id },
  };
}
