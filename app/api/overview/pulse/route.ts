import { tenantRoute } from "#auth/tenant-route.ts";
import { readPulse } from "#db/overview-views.ts";

/** The part of the overview that changes by the second. */
export const GET = tenantRoute({ role: "viewer", scope: "read" }, ({ scope, now }) => readPulse(scope, now));
