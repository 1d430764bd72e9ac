import { currentTime } from "#db/clock.ts";
import { inngest } from "./client.ts";
import { announce, mailArrived } from "./events.ts";
import { readArrival } from "./read-arrival.ts";

/** Reads each mail that came in by a door, and does what it asks for. */
export const readArrivals = inngest.createFunction(
  {
    id: "read-arrivals",
    triggers: [mailArrived],
    retries: 8,
    concurrency: [
      { key: "event.data.arrivalId", limit: 1 },
      { key: "event.data.tenantId", limit: 4 },
    ],
  },
  async ({ event, step }) => {
    const { tenantId, arrivalId } = event.data;
    const told = await step.run("read", async () => readArrival({ tenantId, arrivalId }, await currentTime()));
    if (told.length > 0) await step.run("announce", () => announce(told));
    return { told: told.length };
  },
);
