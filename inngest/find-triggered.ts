import { acrossTenantsForgetViews } from "#db/across-tenants-triggers.ts";
import { currentTime } from "#db/clock.ts";
import { inngest } from "./client.ts";
import { enrollQuietVisits, enrollTriggeringOrders, goesOn, type Triggered } from "./enroll-triggered.ts";
import { announce, orderSaved } from "./events.ts";

/**
 * Each minute: visits that went quiet, orders that were placed or won back, and absences that have lasted long enough
 * enter their sequences. What waits is a row, so that this is also what finds again what was lost.
 */
export const findTriggered = inngest.createFunction(
  { id: "find-triggered", triggers: [{ cron: "* * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const searches = { visits: enrollQuietVisits, orders: enrollTriggeringOrders };
    const found = { visits: 0, orders: 0 };
    for (const name of ["visits", "orders"] as const) {
      for (let page = 1; ; page++) {
        const entered: Triggered = await step.run(`${name}-${page}`, async () => searches[name](await currentTime()));
        if (entered.announcements.length > 0)
          await step.run(`announce-${name}-${page}`, () => announce(entered.announcements));
        found[name] += entered.found;
        if (!goesOn(entered)) break;
      }
    }
    const forgotten = await step.run("forget-views", async () => acrossTenantsForgetViews(await currentTime()));
    return { ...found, forgotten };
  },
);

/** At once, for who has just ordered: a thank-you need not wait for the next minute. */
export const enrollOrders = inngest.createFunction(
  { id: "enroll-orders", triggers: [orderSaved], retries: 4, batchEvents: { maxSize: 50, timeout: "1s" } },
  async ({ events, step }) => {
    const orderIds = [...new Set(events.map(({ data }) => data.orderId))];
    const entered = await step.run("enroll", async () => enrollTriggeringOrders(await currentTime(), orderIds));
    if (entered.announcements.length > 0) await step.run("announce", () => announce(entered.announcements));
    return { entered: entered.found - entered.faults };
  },
);
