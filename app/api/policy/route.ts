import { tenantRoute } from "#auth/tenant-route.ts";
import { oweCreditSince } from "#db/attribution-dues.ts";
import { recordAudit } from "#db/audit.ts";
import { dropHours, rebuildHours } from "#db/hours.ts";
import { getPolicy, savePolicy } from "#db/tenants.ts";
import { refuseFaults } from "./faults.ts";
import { policyChange } from "./shapes.ts";

export const GET = tenantRoute({ scope: "read" }, ({ scope }) => getPolicy(scope));

// Members only: a key that could loosen oversight would oversee itself.
export const PATCH = tenantRoute({ role: "admin", body: policyChange }, async ({ scope, actor, now, body: change }) => {
  const before = await getPolicy(scope);
  const policy = await savePolicy(scope, change);
  refuseFaults(policy);
  if (policy.bestHour && !before.bestHour) await rebuildHours(scope, now);
  if (before.bestHour && !policy.bestHour) await dropHours(scope);
  // What was ordered longer ago than any window keeps the credit that was told.
  if (change.attribution || change.attributionDays) await oweCreditSince(scope, daysBefore(now, 90), now);
  await recordAudit(scope, { actor, action: "policy.changed", change, now });
  return policy;
});

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
