import { z } from "zod";
import { deadlineActions } from "#domain/draft-life.ts";
import { consentRules } from "#domain/enrollment.ts";
import { oversightModes } from "#domain/sequence.ts";

const whole = (unit: string, least: number, most: number) =>
  z.int(`Give a whole number of ${unit}`).min(least, `At least ${least} ${unit}`).max(most, `At most ${most} ${unit}`);

const sendWindow = z
  .strictObject({ fromHour: whole("hours", 0, 23), toHour: whole("hours", 0, 24) })
  .refine(({ fromHour, toHour }) => fromHour !== toHour, {
    message: "The window has no hours in it",
    path: ["toHour"],
  });

export const policyChange = z
  .strictObject({
    abandonmentMinutes: whole("minutes", 1, 10_080),
    consentRule: z.enum(consentRules),
    expiryDays: whole("days", 1, 90),
    oversightMode: z.enum(oversightModes),
    reviewDeadlineMinutes: whole("minutes", 5, 10_080),
    deadlineAction: z.enum(deadlineActions),
    sendWindow: sendWindow.nullable(),
    frequencyCap: z.strictObject({ messages: whole("messages", 1, 50), hours: whole("hours", 1, 720) }).nullable(),
    attributionDays: whole("days", 1, 90),
    loyaltyLine: z.boolean(),
  })
  .partial();
