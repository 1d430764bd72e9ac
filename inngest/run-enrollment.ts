import { currentTime } from "#db/clock.ts";
import { announceWebhooks } from "./announce-webhooks.ts";
import { awaitFreeing, leftUntil } from "./await-freeing.ts";
import { inngest, type StepTools } from "./client.ts";
import { decideStep } from "./decide-step.ts";
import { draftStep } from "./draft-step.ts";
import { draftReviewed, enrollmentStarted } from "./events.ts";
import { mintCoupon } from "./mint-coupon.ts";
import { queueStep } from "./queue-step.ts";
import { settleReview } from "./settle-review.ts";
import { walkGraph } from "./walk-graph.ts";

type Place = { tenantId: string; enrollmentId: string; stepId: string; position: number };

/** Walks one enrollment through its sequence: what a turn asks for, and for each message decide, draft, await the review, queue. */
export const runEnrollment = inngest.createFunction(
  {
    id: "run-enrollment",
    triggers: [enrollmentStarted],
    retries: 8,
    singleton: { key: "event.data.enrollmentId", mode: "skip" },
    cancelOn: [{ event: "enrollment/closed", match: "data.enrollmentId" }],
    // Each step finds by its rows what it did before, so that the runner is told of many at once; and where a thousand carts
    // come together, a call is not broken off in its middle to be made once more for each step.
    checkpointing: { bufferedSteps: 12, maxRuntime: "60s" },
  },
  async ({ event, step }) => {
    const { tenantId, enrollmentId } = event.data;
    return walkGraph(step, { tenantId, enrollmentId }, async (message) => {
      const place = { tenantId, enrollmentId, ...message };
      const decisionId = await decideWhenDue(step, place);
      if (decisionId) await sendStep(step, place, decisionId);
      return decisionId !== null;
    });
  },
);

/** Asks until the answer is no longer to wait; the decision's id when it is to send, null when it is to stop. */
async function decideWhenDue(
  step: StepTools,
  { tenantId, enrollmentId, stepId, position }: Place,
): Promise<string | null> {
  for (let asked = 1; ; asked++) {
    const answer = await step.run(`decide-${stepId}-${asked}`, async () =>
      decideStep(tenantId, enrollmentId, position, await currentTime()),
    );
    if (answer.kind === "stop") return null;
    if (answer.kind === "send") return answer.decisionId;
    const id = `wait-${stepId}-${asked}`;
    if (!answer.untilFreed) await step.sleepUntil(id, answer.until);
    else await awaitFreeing(step, id, enrollmentId, answer.until);
  }
}

/**
 * Drafts, waits for the verdict where one is needed, and queues the message unless it was dropped. What happens to it later,
 * and what must be written anew, is `settle-draft`'s.
 */
async function sendStep(step: StepTools, { tenantId, stepId }: Place, decisionId: string): Promise<void> {
  const drafted = await step.run(`draft-${stepId}`, async () => {
    const now = await currentTime();
    const draft = await draftStep(tenantId, decisionId, now);
    await announceWebhooks([tenantId], now);
    return draft;
  });
  if (!drafted) return;
  let waitUntil = drafted.reviewDueAt;
  for (let asked = 1; ; asked++) {
    if (waitUntil) await awaitReview(step, `review-${stepId}-${asked}`, decisionId, waitUntil);
    const settled = await step.run(`settle-${stepId}-${asked}`, async () =>
      settleReview(tenantId, decisionId, await currentTime()),
    );
    if (settled.kind === "done") return;
    if (settled.kind === "send") {
      const messageId = await step.run(`queue-${stepId}`, async () => {
        const now = await currentTime();
        await mintCoupon(tenantId, settled.draftId, now);
        return queueStep(tenantId, settled.draftId, now);
      });
      if (messageId)
        await step.sendEvent(`announce-${stepId}`, { name: "message/queued", data: { tenantId, messageId } });
      return;
    }
    waitUntil = settled.until;
  }
}

async function awaitReview(step: StepTools, id: string, decisionId: string, until: string): Promise<void> {
  await step.waitForEvent(id, {
    event: draftReviewed,
    timeout: await leftUntil(until),
    if: `async.data.decisionId == '${decisionId}'`,
  });
}
