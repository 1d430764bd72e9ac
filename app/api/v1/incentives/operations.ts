import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { listBudgetedIncentives } from "#db/budgets.ts";
import { archiveIncentive as archive, createIncentive as create } from "#db/incentives.ts";
import { incentiveKinds } from "#domain/incentive.ts";
import { budgetShape, incentiveShape } from "../../incentives/shapes.ts";
import { byId, id, money } from "../shapes.ts";

const incentive = z
  .strictObject({
    id,
    name: z.string(),
    kind: z.enum(incentiveKinds),
    percent: z.int().nullable(),
    code: z.string().nullable().meta({ description: "The shop's own code; without one, each coupon is minted" }),
    validHours: z.int().nullable(),
    budget: budgetShape.nullable().meta({ description: "Null until one is set: then no step may offer it" }),
    left: z
      .strictObject({ coupons: z.int().nullable(), amounts: z.array(money) })
      .nullable()
      .meta({ description: "What of the budget is left now; null where nothing limits it" }),
  })
  .meta({ id: "Incentive" });

export const listIncentives = operation({
  id: "list_incentives",
  method: "GET",
  path: "/incentives",
  tag: "Incentives",
  summary: "List the incentives that steps may offer",
  scope: "read",
  answer: z.strictObject({ data: z.array(incentive) }),
  run: async ({ scope, now }) => ({ data: (await listBudgetedIncentives(scope, now)).map(told) }),
});

export const createIncentive = operation({
  id: "create_incentive",
  method: "POST",
  path: "/incentives",
  tag: "Incentives",
  summary: "Make an incentive",
  scope: "admin",
  status: 201,
  body: incentiveShape,
  answer: incentive,
  example: {
    body: {
      ...{ name: "Ten percent", kind: "percent", percent: 10, code: "BACK10", validHours: 72 },
      budget: { kind: "limited", period: "month", coupons: 200, amounts: [] },
    },
  },
  run: async ({ scope, actor, body, now }) => {
    const made = await create(scope, body, now);
    await recordAudit(scope, { actor, action: "incentive.created", subjectId: made.id, change: body, now });
    const one = (await listBudgetedIncentives(scope, now)).find(({ id }) => id === made.id);
    if (!one) throw new Error(`${made.id} is not listed`);
    return told(one);
  },
});

export const archiveIncentive = operation({
  id: "archive_incentive",
  method: "DELETE",
  path: "/incentives/{id}",
  tag: "Incentives",
  summary: "Offer an incentive no longer",
  scope: "admin",
  status: 204,
  params: byId,
  run: async ({ scope, actor, params, now }) => {
    await archive(scope, params.id, now);
    await recordAudit(scope, { actor, action: "incentive.archived", subjectId: params.id, now });
  },
});

function told({ id, name, kind, percent, code, validHours, budget, left }: z.infer<typeof incentive>) {
  return { id, name, kind, percent, code, validHours, budget, left };
}
