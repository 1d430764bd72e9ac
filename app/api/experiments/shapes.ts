import { z } from "zod";
import { experimentMetrics, guardrailMetrics } from "#domain/experiment.ts";
import { channels } from "#domain/sequence-graph.ts";
import { scales } from "#domain/statistics/lift.ts";

const id = z.string().min(1).max(60);
const words = z.object({
  subject: z.string().max(200),
  preheader: z.string().max(300),
  heading: z.string().max(200),
  paragraphs: z.array(z.string().max(2_000)).max(12),
  button: z.string().max(80),
  postscript: z.string().max(500).nullish(),
});
const offer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("rules") }),
  z.object({ kind: z.literal("incentive"), incentiveId: id }),
]);
const stepChange = z.strictObject({
  stepId: id,
  subject: z.string().max(200).optional(),
  words: words.optional(),
  language: z.string().min(2).max(20).optional(),
  template: z.string().min(1).max(60).optional(),
  offer: offer.optional(),
  delayMinutes: z.number().int().max(525_600).optional(),
  channel: z.enum(channels).optional(),
});
const arm = z.object({
  name: z.string().trim().max(60),
  kind: z.enum(["holdout", "variant"]),
  share: z.number(),
  change: z.union([stepChange, z.strictObject({ versionId: id })]).nullable(),
});
const guardrail = z.object({
  metric: z.enum(guardrailMetrics),
  direction: z.enum(["no_higher", "no_lower"]),
  limit: z.number(),
});
/** What of a plan is said; what is not said is as `defaultPlan` has it. */
const plan = z
  .object({
    metric: z.enum(experimentMetrics),
    scale: z.enum(scales),
    minimumEffect: z.number().nullable(),
    alpha: z.number(),
    power: z.number(),
    winsorise: z.number().nullable(),
    cuped: z.boolean(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    watchDays: z.number().int(),
    marginPercent: z.number().nullable(),
    promotion: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("never") }),
      z.object({ kind: z.literal("when_sure"), minimumDays: z.number().int() }),
    ]),
    guardrails: z.array(guardrail).max(guardrailMetrics.length),
    allocation: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("fixed") }),
      z.object({ kind: z.literal("thompson"), floor: z.number() }),
    ]),
  })
  .partial();
const endsAt = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .nullable();

export const experimentShape = z.object({
  sequenceId: id,
  name: z.string().trim().min(1).max(120),
  arms: z.array(arm).max(8),
  plan: plan.default({}),
  endsAt: endsAt.default(null),
});

/** What of an experiment may be changed: all of it before the start, afterwards `shares` and `endsAt` alone. */
export const experimentChange = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  arms: z.array(arm).max(8).optional(),
  plan: plan.optional(),
  endsAt: endsAt.optional(),
  shares: z.record(z.string(), z.number()).optional(),
  reason: z.string().trim().max(500).nullish(),
});

export const experimentActShape = z.object({
  kind: z.enum(["started", "paused", "resumed", "stopped", "concluded", "promoted", "retired"]),
  reason: z.string().trim().max(500).nullish(),
  /** The winner, for `promoted`; without it, the arm that the frozen verdict names. */
  arm: z.string().max(60).optional(),
});

export const page = z.object({
  before: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  sequenceId: id.optional(),
});

export const params = z.object({ id });
