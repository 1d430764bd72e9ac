import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { createExperiment, getExperiment, listExperiments } from "#db/experiments.ts";
import { latestVersion } from "#db/sequences.ts";
import { getTenant } from "#db/tenants.ts";
import { defaultPlan } from "#domain/experiment.ts";
import { experimentShape, page } from "./shapes.ts";

/** Newest first; `next` is what to ask for as `before`, null at the end. */
export const GET = tenantRoute({ scope: "read", query: page }, async ({ scope, query }) => {
  const data = await listExperiments(scope, query);
  return { data, next: data.length === query.limit ? (data.at(-1)?.id ?? null) : null };
});

/** A draft: nothing is assigned before it is started. */
export const POST = tenantRoute(
  { role: "marketer", scope: "admin", body: experimentShape },
  async ({ scope, actor, now, body }) => {
    await latestVersion(scope, body.sequenceId);
    const { currency } = await getTenant(scope);
    const setup = { ...body, plan: { ...defaultPlan(currency), ...body.plan } };
    const id = await createExperiment(scope, setup, actor, now);
    const change = { sequenceId: body.sequenceId, name: body.name };
    await recordAudit(scope, { actor, action: "experiment.created", subjectId: id, change, now });
    return created(await getExperiment(scope, id));
  },
);
