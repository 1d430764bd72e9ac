import { currentTime } from "#db/clock.ts";
import { inngest } from "./client.ts";
import { announce, mailReceived } from "./events.ts";
import { proposeAnswer } from "./propose-answer.ts";

/** Has an answer proposed to a mail that somebody wrote. */
export const proposeAnswers = inngest.createFunction(
  {
    id: "propose-answers",
    triggers: [mailReceived],
    retries: 4,
    concurrency: { key: "event.data.mailId", limit: 1 },
  },
  async ({ event, step }) => {
    const later = await step.run("propose", async () => proposeAnswer(event.data, await currentTime()));
    if (later.length > 0) await step.run("announce-later", () => announce(later));
    return { later: later.length };
  },
);
