import { z } from "zod";
import { fallbackReasons } from "#domain/attribution/fitted.ts";
import { attributionModels } from "#domain/attribution.ts";
import { channels } from "#domain/sequence-graph.ts";
import { currency, instant } from "../shapes.ts";
import { incremental } from "./shapes.ts";

const parts = z.number().meta({ description: "Orders; under models that share, parts of orders" });
const minor = z.int().meta({ description: "Minor units of the currency" });

/** What orders of a period are credited with under every model, and the difference against the holdout beside it. */
export const attribution = z
  .strictObject({
    currency,
    attributed: z.array(
      z.strictObject({
        model: z.enum(attributionModels),
        ...{ revenue: minor, orders: parts },
        steps: z.array(
          z.strictObject({
            ...{ channel: z.enum(channels), position: z.int().meta({ description: "From 0" }) },
            ...{ revenue: minor, orders: parts },
          }),
        ),
        fallbacks: z
          .array(z.strictObject({ reason: z.enum(fallbackReasons), orders: z.int() }))
          .meta({ description: "Orders credited linearly, for the fitted model could not be asked" }),
      }),
    ),
    incremental: incremental.omit({ marginPercent: true }),
    fitted: z
      .strictObject({
        ...{ computedAt: instant, shoppers: z.int(), conversions: z.int(), days: z.number(), enough: z.boolean() },
      })
      .nullable()
      .meta({ description: "What the fitted models rest on; null where they were never worked out" }),
  })
  .meta({ id: "Attribution" });
