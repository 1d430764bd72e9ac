import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { readAttribution } from "#db/attribution-results.ts";
import { periods } from "#domain/period.ts";
import { currency } from "../shapes.ts";
import { attribution } from "./attribution-shapes.ts";

export const getAttribution = operation({
  id: "get_attribution",
  method: "GET",
  path: "/results/attribution",
  tag: "Results",
  summary: "Read what each attribution model credits, beside what the holdout says was brought",
  description:
    "The models share the same orders, so that their sums agree; what differs is which steps have them. `incremental` is another number and never joins them.",
  scope: "read",
  query: z.strictObject({
    period: z.enum(periods).default("30d").meta({ description: "Days that end today" }),
    currency: currency.optional().meta({ description: "The tenant's own unless said" }),
  }),
  answer: attribution,
  example: { query: { period: "90d" } },
  run: async ({ scope, now, query }) => attribution.parse(await readAttribution(scope, query, now)),
});
