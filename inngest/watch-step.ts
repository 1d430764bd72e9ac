import { recordAudit } from "#db/audit.ts";
import { getDecision } from "#db/decisions.ts";
import { getEnrollment } from "#db/enrollments.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { stepsOf } from "#db/sequences.ts";
import { complaintsOf, verdictsOf } from "#db/step-evidence.ts";
import { demotionsOf, recordDemotion } from "#db/step-oversight.ts";
import { getPolicy } from "#db/tenants.ts";
import { walkedVersion } from "#domain/enrollment.ts";
import { mustDemote } from "#domain/oversight/earned-autonomy.ts";
import { modeOf } from "#domain/oversight.ts";
import { policyAt } from "./oversee-draft.ts";

/** A step is judged by its newest reviews and messages: what went well long ago excuses nothing. */
const newestReviews = 100;
const complaintDays = 30;
const dayMs = 86_400_000;

/** Sends a decision's step back to gated where people reject, edit or complain too much. Returns whether it did. */
export function watchStep(tenantId: string, decisionId: string, now: Date): Promise<boolean> {
  // A month of the step's messages is counted, among as many as the tenant has.
  return withJobScope(tenantId, (scope) => watch(scope, decisionId, now), { plans: "anew" });
}

/** The same inside a transaction: after a complaint that was stored a moment ago. */
export async function watch(scope: Scope, decisionId: string, now: Date): Promise<boolean> {
  const decision = await getDecision(scope, decisionId);
  const enrollment = decision && (await getEnrollment(scope, decision.enrollmentId));
  const step = enrollment && (await stepsOf(scope, walkedVersion(enrollment)))[decision.position];
  if (!enrollment || !step) return false;
  const { sequenceId } = enrollment;
  const versionId = walkedVersion(enrollment);
  const policy = await getPolicy(scope);
  const mode = modeOf(await policyAt(scope, { policy, step, sequenceId, versionId }));
  if (mode === "gated") return false;
  const place = { sequenceId, versionId, stepId: step.id };
  const [last] = (await demotionsOf(scope, sequenceId)).filter((one) => one.stepId === step.id);
  const since = last?.at ?? new Date(0);
  const lately = new Date(Math.max(since.getTime(), now.getTime() - complaintDays * dayMs));
  const evidence = {
    ...(await verdictsOf(scope, { ...place, since, most: newestReviews })),
    ...(await complaintsOf(scope, { versionId, position: decision.position, since: lately })),
  };
  const demotion = mustDemote(mode, evidence, policy.demotion);
  if (!demotion || !(await recordDemotion(scope, place, { ...demotion, from: mode }, now))) return false;
  const change = { ...demotion, stepId: step.id, from: mode, to: "gated" };
  await recordAudit(scope, { actor: { kind: "policy" }, action: "step.demoted", subjectId: sequenceId, change, now });
  return true;
}
