import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { createCoupon as create } from "#inngest/create-coupon.ts";
import { byId, id, instant } from "../shapes.ts";

export const createCoupon = operation({
  id: "create_coupon",
  method: "POST",
  path: "/incentives/{id}/coupons",
  tag: "Incentives",
  summary: "Make a coupon of an incentive in a shop",
  description: "Where the shop makes none for us, the answer is the incentive's own code, which all share.",
  scope: "send",
  status: 201,
  params: byId,
  body: z.strictObject({ shopId: id }),
  answer: z.strictObject({
    code: z.string(),
    minted: z.boolean().meta({ description: "Made for this call alone" }),
    expiresAt: instant.nullable(),
  }),
  example: { params: { id: "inc_01kh3…" }, body: { shopId: "shop_01kh3…" } },
  run: async ({ scope, actor, params, body, now }) => {
    const { code, minted, expiresAt } = await create(actor.tenantId, { incentiveId: params.id, ...body }, now);
    await recordAudit(scope, { actor, action: "coupon.created", subjectId: params.id, change: { minted }, now });
    return { code, minted, expiresAt: expiresAt?.toISOString() ?? null };
  },
});
