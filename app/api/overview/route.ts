import { tenantRoute } from "#auth/tenant-route.ts";
import { readOverview } from "#db/overview-views.ts";

export const GET = tenantRoute({}, ({ scope, now }) => readOverview(scope, now));
