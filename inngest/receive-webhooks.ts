import { currentTime } from "#db/clock.ts";
import { withScope } from "#db/scope.ts";
import { recordFault } from "#db/webhook-events.ts";
import { applyWebhook } from "./apply-webhook.ts";
import { inngest } from "./client.ts";
import { type Announcement, announce, webhookReceived } from "./events.ts";
import { logFault } from "./log.ts";

/** Normalizes stored requests. One that cannot be applied holds up no other: it stays stored, to be tried again. */
export const receiveWebhooks = inngest.createFunction(
  { id: "receive-webhooks", triggers: [webhookReceived], retries: 8, batchEvents: { maxSize: 100, timeout: "1s" } },
  async ({ events, step }) => {
    const announcements = await step.run("apply", async () => {
      const made: Announcement[] = [];
      for (const { data } of events) made.push(...(await applyOrKeep(data.tenantId, data.webhookEventId)));
      return made;
    });
    if (announcements.length > 0) await step.run("announce", () => announce(announcements));
    return { webhooks: events.length };
  },
);

async function applyOrKeep(tenantId: string, webhookEventId: string): Promise<Announcement[]> {
  const now = await currentTime();
  try {
    return await applyWebhook(tenantId, webhookEventId, now);
  } catch (cause) {
    logFault("a webhook event could not be applied", { tenantId, webhookEventId }, cause);
    await withScope(tenantId, (scope) => recordFault(scope, webhookEventId, now));
    return [];
  }
}
