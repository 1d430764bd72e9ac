import { currentTime } from "#db/clock.ts";
import { inngest } from "./client.ts";
import { deliverLetter } from "./deliver-letter.ts";
import { announce, letterQueued } from "./events.ts";

/** Sends one letter when it is due. */
export const sendLetter = inngest.createFunction(
  {
    id: "send-letter",
    triggers: [letterQueued],
    retries: 8,
    concurrency: { key: "event.data.letterId", limit: 1 },
  },
  async ({ event, runId, step }) => {
    const later = await step.run("deliver", async () => deliverLetter(event.data, runId, await currentTime()));
    if (later.length > 0) await step.run("announce-later", () => announce(later));
    return { later: later.length };
  },
);
