import { isDeepStrictEqual } from "node:util";
import { acrossTenantsWithPaths } from "#db/across-tenants-attribution.ts";
import { oweCreditSince } from "#db/attribution-dues.ts";
import { journeysSince, newestWeights, saveFit } from "#db/attribution-weights.ts";
import { currentTime } from "#db/clock.ts";
import { withJobScope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import { fittingDays, fitWeights } from "#domain/attribution/fitted.ts";
import { pathsOf } from "#domain/attribution/journeys.ts";
import { inngest } from "./client.ts";

const dayMs = 86_400_000;
/** Orders of so many days are credited again when the weights have changed; older ones keep theirs. */
const creditedAgainDays = 30;

/** Fits the weights of the Markov and Shapley models on each tenant's own paths, once a day. */
export const fitAttribution = inngest.createFunction(
  { id: "fit-attribution", triggers: [{ cron: "*/10 * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const tenantIds = await step.run("find-tenants", async () => {
      const now = await currentTime();
      return acrossTenantsWithPaths(new Date(now.getTime() - fittingDays * dayMs));
    });
    for (const tenantId of tenantIds)
      await step.run(`fit-${tenantId}`, async () => fitTenant(tenantId, await currentTime()));
    return { tenants: tenantIds.length };
  },
);

/** Returns how many orders are to be credited again; none when today's weights stand already or nothing has changed. */
export function fitTenant(tenantId: string, now: Date): Promise<number> {
  // The paths of a whole season are read.
  return withJobScope(
    tenantId,
    async (scope) => {
      const before = await newestWeights(scope);
      if (before && now.getTime() - before.computedAt.getTime() < dayMs) return 0;
      const { attributionDays, attribution } = await getPolicy(scope);
      const journeys = await journeysSince(scope, new Date(now.getTime() - fittingDays * dayMs));
      const fit = fitWeights(pathsOf(journeys, { attributionDays, attribution, fitted: null }, now));
      await saveFit(scope, fit, fittingDays, now);
      if (before && isDeepStrictEqual(before.weights, fit.weights)) return 0;
      return oweCreditSince(scope, new Date(now.getTime() - creditedAgainDays * dayMs), now);
    },
    { plans: "anew" },
  );
}
