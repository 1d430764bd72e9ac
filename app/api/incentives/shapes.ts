import { z } from "zod";
import { budgetPeriods } from "#domain/budget.ts";
import { incentiveKinds } from "#domain/incentive.ts";
import { currencyShape } from "../tenant/shapes.ts";

const amount = z.strictObject({
  amount: z.int("Give an amount").min(0, "An amount is not negative").max(1_000_000_000_000),
  currency: currencyShape,
});

const limited = z
  .strictObject({
    kind: z.literal("limited"),
    period: z.enum(budgetPeriods).meta({ description: "A month is the calendar's, in the tenant's time zone" }),
    coupons: z.int("Give a whole number").min(0).max(100_000_000).nullable().meta({ description: "The most offers" }),
    amounts: z
      .array(amount)
      .max(20)
      .refine(
        (all) => new Set(all.map(({ currency }) => currency)).size === all.length,
        "A currency stands there twice",
      )
      .meta({ description: "The most that offers take off; where some are given, other currencies get none" }),
  })
  .refine((one) => one.coupons !== null || one.amounts.length > 0, {
    message: "Limit the number or an amount",
    path: ["coupons"],
  });

export const budgetShape = z
  .discriminatedUnion("kind", [z.strictObject({ kind: z.literal("unlimited") }), limited])
  .meta({ id: "Budget", description: "How much of an incentive may be given" });

const fields = z.strictObject({
  name: z.string().trim().min(1, "Give a name").max(60),
  kind: z.enum(incentiveKinds),
  percent: z.int("Give a whole percentage").min(1, "At least 1%").max(90, "At most 90%").nullable(),
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_-]{2,40}$/u, "A code has letters, digits, - and _ only")
    .nullable(),
  validHours: z.int("Give whole hours").min(1, "At least 1 hour").max(720, "At most 720 hours").nullable(),
  budget: budgetShape.nullable().optional().meta({ description: "Without one, no sequence may offer the incentive" }),
});

export const incentiveShape = fields.refine((one) => (one.kind === "percent") === (one.percent !== null), {
  message: "A percentage is for the kind percent, and it needs one",
  path: ["percent"],
});
