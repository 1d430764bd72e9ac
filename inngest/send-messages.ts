import { currentTime } from "#db/clock.ts";
import { announceWebhooks } from "./announce-webhooks.ts";
import { inngest } from "./client.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { announce, messageQueued } from "./events.ts";

/** The only function that speaks to a shopper. */
export const sendMessages = inngest.createFunction(
  { id: "send-messages", triggers: [messageQueued], retries: 8, batchEvents: { maxSize: 100, timeout: "1s" } },
  async ({ events, runId, step }) => {
    const ids = events.map((event) => ({ tenantId: event.data.tenantId, id: event.data.messageId }));
    const later = await step.run("deliver", async () => {
      const now = await currentTime();
      const asked = await deliverMessages(ids, runId, now);
      await announceWebhooks(
        ids.map((one) => one.tenantId),
        now,
      );
      return asked;
    });
    if (later.length > 0) await step.run("announce-later", () => announce(later));
    return { messages: ids.length, later: later.length };
  },
);
