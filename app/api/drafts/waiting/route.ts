import { tenantRoute } from "#auth/tenant-route.ts";
import { countWaiting } from "#db/draft-views.ts";

export const GET = tenantRoute({}, ({ scope }) => countWaiting(scope));
