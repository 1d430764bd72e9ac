import { z } from "zod";
import { deadlineActions } from "#domain/draft-life.ts";
import { consentRules } from "#domain/enrollment.ts";
import { oversightModes } from "#domain/sequence.ts";
import { channels } from "#domain/sequence-graph.ts";
import { currencyShape } from "../tenant/shapes.ts";
import { timingShape, whole } from "./timing-shape.ts";

const percent = whole("percent", 0, 100);
const share = z.number("Give a share").min(0, "At least 0%").max(1, "At most 100%");
const moneyLimits = z
  .array(
    z.strictObject({
      amount: z.int("Give an amount").min(0, "At least 0"),
      currency: z.string().regex(/^[A-Z]{3}$/, "Give a currency of three letters"),
    }),
  )
  .max(20, "At most 20 currencies")
  .refine((limits) => new Set(limits.map((one) => one.currency)).size === limits.length, "Give each currency once");

const alwaysReview = z.strictObject({
  firstOfVersion: whole("drafts", 0, 1_000),
  incentiveAbovePercent: percent.nullable(),
  cartAbove: moneyLimits,
  findings: z.boolean(),
  confidenceBelow: share.nullable(),
  vip: z.boolean(),
  newLanguage: z.boolean(),
});

const demotion = z.strictObject({
  atLeastReviews: whole("reviews", 1, 10_000),
  rejectedShare: share,
  editedShare: share,
  atLeastSent: whole("messages", 1, 1_000_000),
  complaintShare: share,
});

const attribution = z
  .strictObject({
    windowDays: z.partialRecord(z.enum(channels), whole("days", 1, 90)),
    halfLifeDays: z.number("Give days").min(0.1, "At least 0.1 days").max(90, "At most 90 days"),
    firstShare: percent,
    lastShare: percent,
    creditOpens: z.boolean(),
  })
  .refine(({ firstShare, lastShare }) => firstShare + lastShare <= 100, {
    error: "The first and the last share more than 100 percent",
    path: ["lastShare"],
  });

export const policyChange = z
  .strictObject({
    abandonmentMinutes: whole("minutes", 1, 10_080),
    consentRule: z.enum(consentRules),
    expiryDays: whole("days", 1, 90),
    oversightMode: z.enum(oversightModes),
    reviewDeadlineMinutes: whole("minutes", 5, 10_080),
    deadlineAction: z.enum(deadlineActions),
    ...timingShape,
    attributionDays: whole("days", 1, 90),
    attribution,
    loyaltyLine: z.boolean(),
    marginPercent: whole("percent", 1, 100).nullable(),
    reportingCurrency: currencyShape.nullable(),
    alwaysReview,
    samplePercent: percent,
    secondApprover: z.strictObject({ incentiveAbovePercent: percent.nullable(), cartAbove: moneyLimits }),
    demotion,
  })
  .partial();
