import { z } from "zod";
import type { Scope } from "#db/scope.ts";
import { catalogueOf } from "#db/sequence-publication.ts";
import { AppError } from "#domain/app-error.ts";
import { oversightModes, type Step, sequenceFaultsOf } from "#domain/sequence.ts";
import { cartTemplates } from "#domain/template.ts";
import { cartPurposes } from "#domain/trigger.ts";

const offer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("rules") }),
  z.object({ kind: z.literal("incentive"), incentiveId: z.string().min(1, "Choose an incentive") }),
]);

const step = z.object({
  id: z.string().min(1).max(40),
  delayMinutes: z
    .int()
    .min(1, "Wait at least a minute")
    .max(60 * 24 * 60, "Wait 60 days at most"),
  purpose: z.enum(cartPurposes),
  template: z.enum(cartTemplates, "Choose a template for a left cart"),
  offer,
  oversight: z.enum(oversightModes).nullable(),
});

export const stepsSchema = z.array(step).max(20);
export const nameSchema = z.string().trim().min(1, "Give it a name").max(80);

/** Refuses to publish what would not run, and names the step: `steps.1` counts from 0. */
export async function refuseFaults(scope: Scope, steps: Step[], now: Date): Promise<void> {
  const { incentives } = await catalogueOf(scope, now);
  const [fault] = sequenceFaultsOf(steps, incentives);
  if (!fault) return;
  const place = steps.findIndex((one) => one.id === fault.stepId);
  throw new AppError(
    "invalid",
    `This sequence cannot be published: ${fault.fault}.`,
    place < 0 ? "steps" : `steps.${place}`,
  );
}
