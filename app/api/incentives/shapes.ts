import { z } from "zod";
import { incentiveKinds } from "#domain/incentive.ts";

const fields = z.strictObject({
  name: z.string().trim().min(1, "Give a name").max(60),
  kind: z.enum(incentiveKinds),
  percent: z.int("Give a whole percentage").min(1, "At least 1 %").max(90, "At most 90 %").nullable(),
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_-]{2,40}$/u, "A code has letters, digits, - and _ only")
    .nullable(),
  validHours: z.int("Give whole hours").min(1, "At least 1 hour").max(720, "At most 720 hours").nullable(),
});

export const incentiveShape = fields.refine((one) => (one.kind === "percent") === (one.percent !== null), {
  message: "A percentage is for the kind percent, and it needs one",
  path: ["percent"],
});
