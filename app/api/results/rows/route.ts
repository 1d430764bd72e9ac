import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listFigureRows } from "#db/figure-rows.ts";
import { getTenant } from "#db/tenants.ts";
import { spanOf } from "#domain/day-span.ts";
import { dimensions, measures } from "#domain/explore.ts";
import { figureKinds, figureOf, filtersOf, stages } from "#domain/figure-row.ts";
import { filterQuery, spanQuery } from "../asked.ts";

const query = z.object({
  ...spanQuery,
  ...{ kind: z.enum(figureKinds).optional(), measure: z.enum(measures).optional() },
  basis: z.enum(["own_day", "sent_day"]).optional(),
  stage: z.enum(stages).optional(),
  ...filterQuery,
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The rows behind a figure; their sum is the figure. */
export const GET = tenantRoute(
  { role: "viewer", scope: "read", query },
  async ({ scope, now, query: { after, limit, ...asked } }) => {
    const { timeZone, currency: home } = await getTenant(scope);
    const { from, to } = spanOf(asked, now, timeZone);
    const days = { from, to, currency: asked.currency ?? home };
    const figure = figureOf(asked, days, filtersOf(asked, dimensions));
    return listFigureRows(scope, figure, { after, limit });
  },
);
