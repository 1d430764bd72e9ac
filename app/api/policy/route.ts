import { tenantRoute } from "#auth/tenant-route.ts";
import { getPolicy } from "#db/tenants.ts";
import { changePolicy } from "./change-policy.ts";
import { policyChange } from "./shapes.ts";

export const GET = tenantRoute({ scope: "read" }, ({ scope }) => getPolicy(scope));

// Members only: a key that could loosen oversight would oversee itself.
export const PATCH = tenantRoute({ role: "admin", body: policyChange }, ({ scope, actor, now, body: change }) =>
  changePolicy(scope, { change, actor }, now),
);
