import { z } from "zod";
import { spanOf } from "#domain/day-span.ts";
import { exploreOf } from "#domain/explore/asked.ts";
import { dimensions } from "#domain/explore.ts";
import { periods } from "#domain/period.ts";
import { dimensionTexts } from "./dimension-texts.ts";

const day = z.iso.date();

/** Days and currency, as every report asks for them: a period that ends today, or two days of the tenant's zone. */
export const spanQuery = {
  period: z.enum(periods).optional().meta({ description: "Days that end today; `30d` unless days are given" }),
  from: day.optional().meta({ description: "The first day, in the tenant's time zone" }),
  to: day.optional().meta({ description: "The last day, included" }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .meta({ description: "Amounts of one currency are reported at a time; the tenant's own unless said" }),
};

/** One value of each dimension that messages are narrowed to. */
export const filterQuery = z.object(
  Object.fromEntries(
    dimensions.map((one) => [one, z.string().min(1).max(300).optional().meta({ description: dimensionTexts[one] })]),
  ),
).shape;

export const byQuery = {
  by: z
    .string()
    .max(60)
    .optional()
    .meta({ description: `One dimension, or two with a comma between: ${dimensions.join(", ")}` }),
};

type Query = Record<string, string | undefined>;

/** What a report is asked for by the query of a request. */
export function reportAskedOf(query: Query, now: Date, timeZone: string) {
  const { by, filters } = exploreOf(query);
  return { span: spanOf(query, now, timeZone), currency: query.currency, by, filters };
}
