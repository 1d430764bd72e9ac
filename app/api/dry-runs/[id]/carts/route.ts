import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listDryRunCarts, readDryRun } from "#db/dry-run-views.ts";
import { replayRefusals } from "#domain/sequence/dry-run.ts";

const params = z.object({ id: z.string() });
const query = z.object({
  outcome: z.enum(["entered", ...replayRefusals]).optional(),
  after: z.string().max(200).optional(),
});

export const GET = tenantRoute({ scope: "read", params, query }, async ({ scope, params, query }) => {
  await readDryRun(scope, params.id);
  return listDryRunCarts(scope, { id: params.id, ...query });
});
