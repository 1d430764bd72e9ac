import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readReport } from "#db/reports.ts";
import { getTenant } from "#db/tenants.ts";
import { reportKinds } from "#domain/report.ts";
import { byQuery, filterQuery, reportAskedOf, spanQuery } from "../asked.ts";

const params = z.object({ report: z.enum(reportKinds) });
const query = z.object({ ...spanQuery, ...byQuery, show: z.string().max(40).optional(), ...filterQuery });

export const GET = tenantRoute(
  { role: "viewer", scope: "read", params, query },
  async ({ scope, now, params: { report }, query: asked }) => {
    const { timeZone } = await getTenant(scope);
    return readReport(scope, report, reportAskedOf(asked, now, timeZone), now);
  },
);
