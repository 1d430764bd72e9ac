import { NonRetriableError } from "inngest";
import { currentTime } from "#db/clock.ts";
import { endDryRun } from "#db/dry-runs.ts";
import { withJobScope } from "#db/scope.ts";
import { inngest } from "./client.ts";
import { dryRunStarted } from "./events.ts";
import { replayPage } from "./replay-page.ts";

/** Pages beyond this are no period of carts, but a run that does not end. */
const mostPages = 5_000;

/** Walks a period's carts through a sequence, page by page, without sending anything. Where it stands is a row. */
export const runDryRun = inngest.createFunction(
  {
    id: "run-dry-run",
    triggers: [dryRunStarted],
    retries: 3,
    singleton: { key: "event.data.dryRunId", mode: "skip" },
    onFailure: async ({ event }) => {
      const { tenantId, dryRunId } = event.data.event.data;
      const now = await currentTime();
      await withJobScope(tenantId, (scope) => endDryRun(scope, dryRunId, "failed", now));
    },
  },
  async ({ event, step }) => {
    const { tenantId, dryRunId } = event.data;
    for (let page = 1; page <= mostPages; page++) {
      const more = await step.run(`walk-page-${page}`, async () => replayPage(tenantId, dryRunId, await currentTime()));
      if (!more) return { pages: page };
    }
    throw new NonRetriableError("the dry run did not end");
  },
);
