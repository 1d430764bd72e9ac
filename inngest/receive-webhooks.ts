import { currentTime } from "#db/clock.ts";
import { withJobScope } from "#db/scope.ts";
import { recordFault } from "#db/webhook-events.ts";
import { announceWebhooks } from "./announce-webhooks.ts";
import { applyWebhook } from "./apply-webhook.ts";
import { applyWebhooks } from "./apply-webhooks.ts";
import { atMost } from "./at-most.ts";
import { inngest } from "./client.ts";
import { type Announcement, announce, webhookReceived } from "./events.ts";
import { logFault } from "./log.ts";

// A batch's transaction holds its tenant's lock and a connection: small enough to end soon, and never so many that pages
// find no connection. Two keep both this process and Postgres busy.
const mostTogether = 200;
const mostAtOnce = 2;

/** Normalizes stored requests. One that cannot be applied holds up no other: it stays stored, to be tried again. */
export const receiveWebhooks = inngest.createFunction(
  { id: "receive-webhooks", triggers: [webhookReceived], retries: 8, batchEvents: { maxSize: 30, timeout: "1s" } },
  async ({ events, step }) => {
    const announcements = await step.run("apply", async () => {
      const made: Announcement[] = [];
      for (const [tenantId, theirs] of Map.groupBy(events, ({ data }) => data.tenantId)) {
        const ids = [...new Set(theirs.flatMap(({ data }) => data.webhookEventIds))];
        made.push(...(await applyAll(tenantId, ids)));
      }
      await announceWebhooks(
        events.map(({ data }) => data.tenantId),
        await currentTime(),
      );
      return made;
    });
    if (announcements.length > 0) await step.run("announce", () => announce(announcements));
    return { webhooks: events.length };
  },
);

/** Applies stored requests of one tenant. Returns what is to be announced. */
export async function applyAll(tenantId: string, ids: string[]): Promise<Announcement[]> {
  const announcements: Announcement[] = [];
  for (let from = 0; from < ids.length; from += mostTogether) {
    const done = await atMost(mostAtOnce, () => applyTogether(tenantId, ids.slice(from, from + mostTogether)));
    announcements.push(...done.announcements);
    for (const id of done.left) announcements.push(...(await applyOrKeep(tenantId, id)));
  }
  return announcements;
}

/** When one of a batch is at fault nothing of it was stored: it is halved until that one is tried by itself. */
async function applyTogether(tenantId: string, ids: string[]): Promise<Awaited<ReturnType<typeof applyWebhooks>>> {
  if (ids.length < 2) return { announcements: [], left: ids };
  try {
    return await applyWebhooks(tenantId, ids, await currentTime());
  } catch (cause) {
    logFault("webhook events could not be applied together", { tenantId }, cause);
    const half = Math.ceil(ids.length / 2);
    const first = await applyTogether(tenantId, ids.slice(0, half));
    const second = await applyTogether(tenantId, ids.slice(half));
    return {
      announcements: [...first.announcements, ...second.announcements],
      left: [...first.left, ...second.left],
    };
  }
}

async function applyOrKeep(tenantId: string, webhookEventId: string): Promise<Announcement[]> {
  const now = await currentTime();
  try {
    return await applyWebhook(tenantId, webhookEventId, now);
  } catch (cause) {
    logFault("a webhook event could not be applied", { tenantId, webhookEventId }, cause);
    await withJobScope(tenantId, (scope) => recordFault(scope, webhookEventId, now));
    return [];
  }
}
