import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { listApiConversions } from "#db/api-conversion-views.ts";
import { fallbackReasons } from "#domain/attribution/fitted.ts";
import { attributionModels, organicReasons } from "#domain/attribution.ts";
import { currency, id, instant, pageOf, paging } from "../shapes.ts";

const conversion = z
  .strictObject({
    id,
    orderId: id,
    orderNumber: z.string().nullable(),
    model: z.enum(attributionModels),
    enrollmentId: id.nullable(),
    messageId: id.nullable(),
    organicReason: z.enum(organicReasons).nullable(),
    amount: z.int().meta({ description: "Minor units; 0 where the order is organic" }),
    share: z.number().meta({ description: "The part of the order; a model's parts sum to one" }),
    fallback: z
      .enum(fallbackReasons)
      .nullable()
      .meta({ description: "Why a fitted model was not asked: the credit is linear" }),
    currency,
    windowDays: z.int(),
    orderedAt: instant,
  })
  .meta({ id: "Conversion", description: "Attributed, not incremental: the credit of an order under one model" });

export const listConversions = operation({
  id: "list_conversions",
  method: "GET",
  path: "/conversions",
  tag: "Results",
  summary: "List the credits of orders, the newest order first",
  scope: "read",
  query: z.strictObject({
    credited: z.stringbool().optional().meta({ description: "Only those that a message earned, or only the others" }),
    model: z.enum(attributionModels).optional().meta({ description: "Only the credits under this model" }),
    ...paging,
  }),
  answer: pageOf(conversion),
  example: { query: { credited: "true" } },
  run: ({ scope, query }) => listApiConversions(scope, query),
});
