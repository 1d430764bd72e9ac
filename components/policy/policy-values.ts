import type { AttributionPolicy } from "#domain/attribution/policy.ts";
import type { DeadlineAction } from "#domain/draft-life.ts";
import type { ConsentRule } from "#domain/enrollment.ts";
import type { AlwaysReview, DemotionLimits, SecondApprover } from "#domain/oversight.ts";
import type { OversightMode } from "#domain/sequence.ts";

export type PolicyValues = {
  abandonmentMinutes: number;
  consentRule: ConsentRule;
  expiryDays: number;
  oversightMode: OversightMode;
  reviewDeadlineMinutes: number;
  deadlineAction: DeadlineAction;
  attributionDays: number;
  attribution: AttributionPolicy;
  loyaltyLine: boolean;
  alwaysReview: AlwaysReview;
  samplePercent: number;
  secondApprover: SecondApprover;
  demotion: DemotionLimits;
};
