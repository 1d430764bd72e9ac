import type { Judgement } from "#db/drafts.ts";
import type { Scope } from "#db/scope.ts";
import { reviewsBefore } from "#db/step-evidence.ts";
import { demotionsOf, movesOf } from "#db/step-oversight.ts";
import type { Policy } from "#db/tenants.ts";
import { walkedVersion } from "#domain/enrollment.ts";
import { type OversightFacts, type OversightPolicy, oversee } from "#domain/oversight.ts";
import type { Step } from "#domain/sequence.ts";
import type { Loaded } from "./load-snapshot.ts";

type Seen = Pick<OversightFacts, "findings" | "confidence" | "incentivePercent" | "vip"> & { language: string };

/** What the tenant's policy asks of one draft, by what is known of it now. `seed` is the decision's id. */
export async function overseeDraft(
  scope: Scope,
  { loaded, seen, seed }: { loaded: Pick<Loaded, "enrollment" | "step" | "policy" | "cart">; seen: Seen; seed: string },
  now: Date,
): Promise<Judgement> {
  const { enrollment, step, policy, cart } = loaded;
  const { language, ...said } = seen;
  const { sequenceId } = enrollment;
  const versionId = walkedVersion(enrollment);
  const most = Math.max(1, policy.alwaysReview.firstOfVersion);
  const place = { sequenceId, versionId, stepId: step?.id ?? "" };
  const facts: OversightFacts = {
    ...said,
    cart: { total: cart.totals.total, currency: cart.currency },
    ...(await reviewsBefore(scope, { ...place, language, most })),
  };
  const asked = await policyAt(scope, { policy, step, sequenceId, versionId });
  return {
    oversight: oversee(asked, facts, seed),
    dueAt: new Date(now.getTime() + policy.reviewDeadlineMinutes * 60_000),
    atDeadline: policy.deadlineAction,
  };
}

/** The tenant's policy as it holds for one step: what people said of it counts before what its plan says. */
export async function policyAt(
  scope: Scope,
  { policy, step, sequenceId, versionId }: { policy: Policy; step: Step | null; sequenceId: string; versionId: string },
): Promise<OversightPolicy> {
  const moves = await movesOf(scope, sequenceId, versionId);
  const demoted = await demotionsOf(scope, sequenceId);
  const { alwaysReview, samplePercent, secondApprover, demotion } = policy;
  return {
    ...{ alwaysReview, samplePercent, secondApprover, demotion },
    tenantMode: policy.oversightMode,
    sequenceMode: moves.sequenceMode,
    stepMode: (step && moves.stepModes.get(step.id)) ?? step?.oversight ?? null,
    stepDemoted: demoted.some((one) => one.stepId === step?.id && one.liftedAt === null),
    deadlineMinutes: policy.reviewDeadlineMinutes,
    deadlineAction: policy.deadlineAction,
  };
}
