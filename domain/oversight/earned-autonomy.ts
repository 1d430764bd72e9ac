import type { DemotionLimits } from "../oversight.ts";
import { type Interval, wilsonInterval } from "../results.ts";
import type { OversightMode } from "../sequence.ts";

/**
 * What people made of a step's drafts since its version was published or it was last demoted: verdicts of people only, and
 * what became of the messages that were sent. `edited` counts drafts of ours that a person changed before they went.
 */
export type AutonomyEvidence = {
  approvedUnedited: number;
  edited: number;
  rejected: number;
  sent: number;
  complaints: number;
};

/** What a step must show before a person may let it go unreviewed. */
export const earnedAt = { reviews: 100, lowerBound: 0.95 };

export type Earning = {
  earned: boolean;
  reviews: number;
  missingReviews: number;
  approved: Interval & { share: number };
  shortOf: "reviews" | "approvals" | null;
};

/**
 * Whether the evidence supports moving a step from gated to monitored: enough reviews, and the lower Wilson bound (95%) of
 * the share approved unedited high enough. It only says so; a person moves the step.
 */
export function mayEarn(evidence: AutonomyEvidence): Earning {
  const { approvedUnedited } = evidence;
  const reviews = reviewsIn(evidence);
  const interval = wilsonInterval(approvedUnedited, reviews);
  const missingReviews = Math.max(0, earnedAt.reviews - reviews);
  const shortOf = missingReviews > 0 ? "reviews" : interval.low < earnedAt.lowerBound ? "approvals" : null;
  const approved = { ...interval, share: reviews > 0 ? approvedUnedited / reviews : 0 };
  return { earned: shortOf === null, reviews, missingReviews, approved, shortOf };
}

export const demotionReasons = ["rejections", "edits", "complaints"] as const;
export type DemotionReason = (typeof demotionReasons)[number];

/** Why a step goes back to gated, with the share that was too much, what it was a share of, and the limit. */
export type Demotion = { reason: DemotionReason; share: number; of: number; limit: number };

/**
 * Whether a step that runs without people must go back to gated now: rejections, edits or complaints above the limits, over
 * enough reviews or messages to say so. A gated step has nothing to lose; null leaves the step as it is.
 */
export function mustDemote(mode: OversightMode, evidence: AutonomyEvidence, limits: DemotionLimits): Demotion | null {
  if (mode === "gated") return null;
  const reviews = reviewsIn(evidence);
  const enough = reviews >= limits.atLeastReviews;
  const asked: [DemotionReason, number, number, number, boolean][] = [
    ["rejections", evidence.rejected, reviews, limits.rejectedShare, enough],
    ["edits", evidence.edited, reviews, limits.editedShare, enough],
    ["complaints", evidence.complaints, evidence.sent, limits.complaintShare, evidence.sent >= limits.atLeastSent],
  ];
  for (const [reason, count, of, limit, counts] of asked) {
    if (counts && of > 0 && count / of > limit) return { reason, share: count / of, of, limit };
  }
  return null;
}

function reviewsIn({ approvedUnedited, edited, rejected }: AutonomyEvidence): number {
  return approvedUnedited + edited + rejected;
}
