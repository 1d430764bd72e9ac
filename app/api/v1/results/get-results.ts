import { z } from "zod";
import { byQuery, filterQuery, reportAskedOf, spanQuery } from "#app/api/results/asked.ts";
import { operation } from "#auth/operation.ts";
import { readReport } from "#db/reports.ts";
import { getTenant } from "#db/tenants.ts";
import { reportKinds } from "#domain/report.ts";
import { report } from "./shapes.ts";

export const getResults = operation({
  id: "get_results",
  method: "GET",
  path: "/results",
  tag: "Results",
  summary: "Read one report of results",
  description:
    "`overview` beside the days before, `incremental` against the holdout, `days`, `explore` by one dimension or two, `funnel`, `survival` and `cohorts`. Days are those of the tenant's time zone; amounts of one currency at a time.",
  scope: "read",
  query: z.strictObject({
    kind: z.enum(reportKinds).default("overview").meta({ description: "Which report" }),
    ...spanQuery,
    ...byQuery,
    ...filterQuery,
  }),
  answer: report,
  example: { query: { kind: "explore", by: "incentive,step", period: "30d" } },
  run: async ({ scope, now, query: { kind, ...asked } }) => {
    const { timeZone } = await getTenant(scope);
    return report.parse(await readReport(scope, kind, reportAskedOf(asked, now, timeZone), now));
  },
});
