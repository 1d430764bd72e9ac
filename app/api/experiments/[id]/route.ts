import { tenantRoute } from "#auth/tenant-route.ts";
import { listWeights } from "#db/allocation-weights.ts";
import { recordAudit } from "#db/audit.ts";
import { changeExperiment, experimentFaults } from "#db/experiment-edits.ts";
import { getExperiment } from "#db/experiments.ts";
import { experimentChange, params } from "../shapes.ts";

/** One experiment with its acts, the weights that it has had, and what keeps it from being started. */
export const GET = tenantRoute({ scope: "read", params }, async ({ scope, now, params: { id } }) => {
  const experiment = await getExperiment(scope, id);
  const weights = (await listWeights(scope, id)).map(({ number, kind, weights: held, at }) => {
    return { number, kind, weights: held, at };
  });
  return { ...experiment, weights, faults: await experimentFaults(scope, experiment, now) };
});

export const PATCH = tenantRoute(
  { role: "marketer", scope: "admin", params, body: experimentChange },
  async ({ scope, actor, now, params: { id }, body }) => {
    const { reason = null, plan, ...rest } = body;
    const before = await getExperiment(scope, id);
    const change = { ...rest, ...(plan ? { plan: { ...before.plan, ...plan } } : {}) };
    await changeExperiment(scope, id, { change, by: actor, reason }, now);
    await recordAudit(scope, { actor, action: "experiment.changed", subjectId: id, change: { ...rest, plan }, now });
    return getExperiment(scope, id);
  },
);
