import { oweCreditSince } from "#db/attribution-dues.ts";
import { type AuditActor, recordAudit } from "#db/audit.ts";
import { dropHours, rebuildHours } from "#db/hours.ts";
import { tellModeOfTenant } from "#db/outgoing-facts.ts";
import type { Scope } from "#db/scope.ts";
import { lockPolicy, type Policy, savePolicy } from "#db/tenants.ts";
import { refuseFaults } from "./faults.ts";

/** Changes the policy and what is kept by it; refuses one that contradicts itself. Whether somebody may is asked before. */
export async function changePolicy(
  scope: Scope,
  { change, actor }: { change: Partial<Policy>; actor: AuditActor },
  now: Date,
): Promise<Policy> {
  const before = await lockPolicy(scope);
  const policy = await savePolicy(scope, change);
  refuseFaults(policy);
  await tellModeOfTenant(scope, { from: before.oversightMode, to: policy.oversightMode, by: actor }, now);
  if (policy.bestHour && !before.bestHour) await rebuildHours(scope, now);
  if (before.bestHour && !policy.bestHour) await dropHours(scope);
  // What was ordered longer ago than any window keeps the credit that was told.
  if (change.attribution || change.attributionDays) await oweCreditSince(scope, daysBefore(now, 90), now);
  await recordAudit(scope, { actor, action: "policy.changed", change, now });
  return policy;
}

/** The change that sets a mode. Where the clock would send what gated mode keeps for people, it drops it from then on. */
export function modeChange(policy: Policy, oversightMode: Policy["oversightMode"]): Partial<Policy> {
  const clockSends = oversightMode === "gated" && policy.deadlineAction === "send";
  return { oversightMode, ...(clockSends ? { deadlineAction: "drop" as const } : {}) };
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
