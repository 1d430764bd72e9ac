import { acrossTenantsDueShops } from "#db/across-tenants-jobs.ts";
import { currentTime } from "#db/clock.ts";
import { inngest } from "./client.ts";
import { announce, reconciliationDue } from "./events.ts";
import { reconcilePage } from "./reconcile-shop.ts";
import { watchRhythm } from "./watch-rhythm.ts";

const mostShops = 1_000;
const mostPages = 20;

/** Every few minutes: each shop that is due has a run of its own, so that a slow one holds up no other. */
export const reconcileShops = inngest.createFunction(
  { id: "reconcile-shops", triggers: [{ cron: "*/5 * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const due = await step.run("announce-due", async () => {
      const shops = await acrossTenantsDueShops(await currentTime(), mostShops);
      await announce(
        shops.map(({ tenantId, id }) => ({ name: reconciliationDue.name, data: { tenantId, shopId: id } })),
      );
      return shops.length;
    });
    return { due };
  },
);

/** Asks one shop, page by page, for what its webhooks may have missed; what is left after the last page waits for the next run. */
export const reconcileShop = inngest.createFunction(
  {
    id: "reconcile-shop",
    triggers: [reconciliationDue],
    retries: 2,
    singleton: { key: "event.data.shopId", mode: "skip" },
  },
  async ({ event, step }) => {
    const { tenantId, shopId } = event.data;
    let found = 0;
    for (let page = 1; page <= mostPages; page++) {
      const look = await step.run(`look-${page}`, async () => reconcilePage(tenantId, shopId, await currentTime()));
      if (look.announcements.length > 0) await step.run(`announce-${page}`, () => announce(look.announcements));
      found += look.announcements.length;
      if (!look.more) break;
    }
    const { silent } = await step.run("watch-rhythm", async () => watchRhythm(tenantId, shopId, await currentTime()));
    return { found, silent };
  },
);
