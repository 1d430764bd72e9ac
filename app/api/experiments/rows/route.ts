import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listExperimentRows } from "#db/experiment-views.ts";
import { experimentStates } from "#domain/experiment/life.ts";

const query = z.object({
  state: z.enum(experimentStates).optional(),
  sequence: z.string().max(60).optional(),
  before: z.string().max(60).optional(),
});

/** Experiments as the list shows them: with their sequence, their days and the newest verdict. */
export const GET = tenantRoute({ scope: "read", query }, async ({ scope, now, query: { sequence, ...asked } }) => {
  const found = await listExperimentRows(scope, { ...asked, sequenceId: sequence });
  return { ...found, now: now.toISOString() };
});
