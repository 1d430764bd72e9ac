import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { listApiCoupons } from "#db/api-coupon-views.ts";
import { id, instant, pageOf, paging, reasonName } from "../shapes.ts";

const coupon = z
  .strictObject({
    code: z.string(),
    ...{ incentiveId: id, shopId: id },
    decisionId: id.nullable().meta({ description: "Of the message that carries it; null for one made by a call" }),
    status: z.enum(["pending", "minted", "refused"]),
    reason: reasonName("Why the shop made none").nullable(),
    ...{ expiresAt: instant.nullable(), createdAt: instant },
  })
  .meta({ id: "Coupon", description: "A code that a shop made for one message or call" });

export const listCoupons = operation({
  id: "list_coupons",
  method: "GET",
  path: "/coupons",
  tag: "Incentives",
  summary: "List the codes that shops made, newest first",
  scope: "read",
  query: z.strictObject({ incentiveId: id.optional(), ...paging }),
  answer: pageOf(coupon),
  run: ({ scope, query }) => listApiCoupons(scope, query),
});
