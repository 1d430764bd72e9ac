import { acrossTenantsMarkAbandoned, acrossTenantsQuietCarts } from "#db/across-tenants-jobs.ts";
import { currentTime } from "#db/clock.ts";
import { abandonmentDueAt, isAbandoned } from "#domain/cart.ts";
import { announceWebhooks } from "./announce-webhooks.ts";
import { inngest } from "./client.ts";
import { enrollCarts } from "./enroll-carts.ts";
import { type Announcement, announce } from "./events.ts";

const pageSize = 200;

/** Each minute: carts quiet for longer than their tenant's threshold count as abandoned and enter their sequences. */
export const findAbandoned = inngest.createFunction(
  { id: "find-abandoned", triggers: [{ cron: "* * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    let found = 0;
    for (let page = 1; ; page++) {
      const entered = await step.run(`find-${page}`, async () => findPage(await currentTime()));
      if (entered.announcements.length > 0) await step.run(`announce-${page}`, () => announce(entered.announcements));
      found += entered.found;
      if (entered.found < pageSize) return { found };
    }
  },
);

async function findPage(now: Date): Promise<{ found: number; announcements: Announcement[] }> {
  const quiet = await acrossTenantsQuietCarts(now, pageSize);
  const abandoned = quiet
    .filter((cart) =>
      isAbandoned({ ...cart, abandonedAt: null, orderedAt: null, deletedAt: null }, now, cart.abandonmentMinutes),
    )
    .map((cart) => ({ ...cart, abandonedAt: abandonmentDueAt(cart.lastActivityAt, cart.abandonmentMinutes) }));
  await acrossTenantsMarkAbandoned(abandoned);
  const announcements = await enrollCarts(abandoned, now);
  await announceWebhooks(
    abandoned.map((cart) => cart.tenantId),
    now,
  );
  return { found: abandoned.length, announcements };
}
