import { acrossTenantsWithExperiments } from "#db/across-tenants-experiments.ts";
import { currentTime } from "#db/clock.ts";
import { inngest } from "./client.ts";
import { exposeHeldOut } from "./expose-held-out.ts";
import { lookAfterExperiment } from "./look-after-experiment.ts";
import { tellOfExperiment } from "./tell-of-experiment.ts";

/** Every ten minutes: held-out contacts are asked whether they would have been written to, running experiments looked after. */
export const concludeExperiments = inngest.createFunction(
  { id: "conclude-experiments", triggers: [{ cron: "*/10 * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const asked = await step.run("ask-held-out", async () => exposeHeldOut(await currentTime()));
    const running = await step.run("find-running", acrossTenantsWithExperiments);
    for (const at of running) {
      const became = await step.run(`look-after-${at.experimentId}`, async () => {
        const done = await lookAfterExperiment(at, await currentTime());
        return done && { kind: done.kind };
      });
      if (became)
        await step.run(`tell-${at.experimentId}`, async () => tellOfExperiment(at, became.kind, await currentTime()));
    }
    return { asked, running: running.length };
  },
);
