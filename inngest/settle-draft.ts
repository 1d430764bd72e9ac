import { currentTime } from "#db/clock.ts";
import { announceWebhooks } from "./announce-webhooks.ts";
import { inngest } from "./client.ts";
import { draftStep } from "./draft-step.ts";
import { announce, draftReviewed } from "./events.ts";
import { mintCoupon } from "./mint-coupon.ts";
import { queueStep } from "./queue-step.ts";
import { settleReview } from "./settle-review.ts";
import { watchStep } from "./watch-step.ts";

/**
 * Brings a draft on after somebody did something with it, also when its run has long gone on: queues what was let go, ends
 * what is over, writes anew what facts moved under, and sends a step back to gated by what people make of it.
 */
export const settleDraft = inngest.createFunction(
  {
    id: "settle-draft",
    triggers: [draftReviewed],
    retries: 8,
    concurrency: { key: "event.data.decisionId", limit: 1 },
  },
  async ({ event, step }) => {
    const { tenantId, decisionId } = event.data;
    await step.run("watch-step", async () => {
      const now = await currentTime();
      const demoted = await watchStep(tenantId, decisionId, now);
      await announceWebhooks([tenantId], now);
      return demoted;
    });
    const settle = (id: string) => step.run(id, async () => settleReview(tenantId, decisionId, await currentTime()));
    let settled = await settle("settle");
    if (settled.kind === "rewrite") {
      await step.run("rewrite", async () => draftStep(tenantId, decisionId, await currentTime()));
      settled = await settle("settle-rewritten");
    }
    if (settled.kind !== "send") return { settled: settled.kind };
    const { draftId } = settled;
    const messageId = await step.run("queue", async () => {
      const now = await currentTime();
      await mintCoupon(tenantId, draftId, now);
      return queueStep(tenantId, draftId, now);
    });
    if (messageId)
      await step.run("announce", () => announce([{ name: "message/queued", data: { tenantId, messageId } }]));
    return { settled: settled.kind };
  },
);
