import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readDryRun } from "#db/dry-run-views.ts";
import { endDryRun } from "#db/dry-runs.ts";

const params = z.object({ id: z.string() });

export const GET = tenantRoute({ scope: "read", params }, ({ scope, params }) => readDryRun(scope, params.id));

/** Calls it off; what it has counted so far stays. */
export const DELETE = tenantRoute({ role: "marketer", scope: "admin", params }, ({ scope, now, params }) =>
  endDryRun(scope, params.id, "cancelled", now),
);
