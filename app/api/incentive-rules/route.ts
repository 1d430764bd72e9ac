import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { listRules, replaceRules } from "#db/incentives.ts";
import { currencyShape } from "../tenant/shapes.ts";

const rule = z.strictObject({
  currency: currencyShape,
  minTotal: z.int("Give an amount").min(0, "An amount is not negative").max(1_000_000_000),
  incentiveId: z.string().nullable(),
});

const body = z.strictObject({
  rules: z
    .array(rule)
    .max(50)
    .refine(
      (rules) => new Set(rules.map(({ currency, minTotal }) => `${currency} ${minTotal}`)).size === rules.length,
      "Two rules begin at the same amount",
    ),
});

export const GET = tenantRoute({ scope: "read" }, async ({ scope }) => ({ data: await listRules(scope) }));

/** The whole table at once, amounts in minor units: rules only make sense together. */
export const PUT = tenantRoute(
  { role: "admin", scope: "admin", body },
  async ({ scope, actor, now, body: { rules } }) => {
    const data = await replaceRules(scope, rules, now);
    await recordAudit(scope, { actor, action: "incentive_rules.changed", change: { rules }, now });
    return { data };
  },
);
