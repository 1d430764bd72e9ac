import { tenantRoute } from "#auth/tenant-route.ts";
import { readTraffic } from "#db/experiment-traffic.ts";
import { readExperimentWorld } from "#db/experiment-world.ts";
import { getTenant } from "#db/tenants.ts";
import { experimentFaultsOf } from "#domain/experiment/faults.ts";
import { planOf } from "#domain/experiment/planning.ts";
import { defaultPlan } from "#domain/experiment.ts";
import { experimentShape } from "../shapes.ts";

/** What a setup may expect of the sequence's own traffic, and what is wrong with it; nothing is stored. */
export const POST = tenantRoute({ scope: "read", body: experimentShape }, async ({ scope, now, body }) => {
  const { sequenceId, arms, endsAt } = body;
  const world = await readExperimentWorld(scope, { sequenceId, experimentId: null }, now);
  const plan = { ...defaultPlan((await getTenant(scope)).currency), ...body.plan };
  const traffic = await readTraffic(scope, { sequenceId, ...plan }, now);
  const faults = experimentFaultsOf({ arms, plan, endsAt }, world, now);
  return { traffic, expectation: planOf(traffic, { arms, plan }), faults };
});
