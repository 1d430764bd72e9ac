import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readResults } from "#db/result-views.ts";
import { periods } from "#domain/period.ts";

const query = z.object({ period: z.enum(periods).default("30d"), currency: z.string().length(3).optional() });

export const GET = tenantRoute({ query }, ({ scope, query, now }) => readResults(scope, query, now));
