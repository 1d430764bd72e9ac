import { eventType } from "inngest";
import { z } from "zod";
import type { Freed } from "#db/freed.ts";
import { inngest } from "./client.ts";

// Events carry ids, never data: rows are the truth, and any event may be lost or doubled.
const tenantId = z.string();
const id = z.string();

export const webhookReceived = eventType("webhook/received", {
  schema: z.object({ tenantId, webhookEventIds: z.array(id) }),
});
export const enrollmentStarted = eventType("enrollment/started", { schema: z.object({ tenantId, enrollmentId: id }) });
export const enrollmentClosed = eventType("enrollment/closed", { schema: z.object({ tenantId, enrollmentId: id }) });
/** That what an enrollment waits for is over: a conversation was closed, its sequence goes on. */
export const enrollmentFreed = eventType("enrollment/freed", { schema: z.object({ tenantId, enrollmentId: id }) });
export const draftReviewed = eventType("draft/reviewed", { schema: z.object({ tenantId, decisionId: id }) });
export const messageQueued = eventType("message/queued", { schema: z.object({ tenantId, messageId: id }) });
export const letterQueued = eventType("letter/queued", { schema: z.object({ tenantId, letterId: id }) });
export const mailArrived = eventType("mail/arrived", { schema: z.object({ tenantId, arrivalId: id }) });
export const mailReceived = eventType("mail/received", { schema: z.object({ tenantId, mailId: id }) });
export const orderSaved = eventType("order/saved", { schema: z.object({ tenantId, orderId: id }) });

export const reconciliationDue = eventType("shop/reconciliation-due", { schema: z.object({ tenantId, shopId: id }) });

export const rollupsStale = eventType("rollups/stale", { schema: z.object({ tenantId }) });
export const webhookDue = eventType("webhook/due", { schema: z.object({ tenantId, endpointId: id }) });
export const dryRunStarted = eventType("dry-run/started", { schema: z.object({ tenantId, dryRunId: id }) });

export type Announcement = { name: string; data: Record<string, string>; ts?: number };
export type ReceivedWebhooks = { name: "webhook/received"; data: { tenantId: string; webhookEventIds: string[] } };

const chunk = 1_000;

/** Tells the runner. Fails only when the runner cannot be reached; the sweep then announces again what stands still. */
export async function announce(events: (Announcement | ReceivedWebhooks)[]): Promise<void> {
  for (let from = 0; from < events.length; from += chunk) await inngest.send(events.slice(from, from + chunk));
}

/** The announcements that ended enrollments bring: each cancels its run. */
export function closures(tenantId: string, enrollmentIds: string[]): Announcement[] {
  return enrollmentIds.map((enrollmentId) => ({ name: "enrollment/closed", data: { tenantId, enrollmentId } }));
}

const mostIds = 250;

/** The announcements of stored webhooks: one for many of a tenant, because each costs a runner as much as a webhook. */
export function receivedWebhooks(stored: { tenantId: string; id: string }[]): ReceivedWebhooks[] {
  return [...Map.groupBy(stored, (one) => one.tenantId)].flatMap(([tenantId, theirs]) => {
    const ids = theirs.map((one) => one.id);
    const parts = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, part) => part * mostIds);
    return parts.map((from) => ({
      name: "webhook/received",
      data: { tenantId, webhookEventIds: ids.slice(from, from + mostIds) },
    }));
  });
}

/** The announcements that what waited brings once it is freed. */
export function freedAnnouncements(tenantId: string, freed: Freed): Announcement[] {
  return [
    ...freed.messageIds.map((messageId) => ({ name: "message/queued", data: { tenantId, messageId } })),
    ...freed.enrollmentIds.map((enrollmentId) => ({ name: "enrollment/freed", data: { tenantId, enrollmentId } })),
  ];
}
