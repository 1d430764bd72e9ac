import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readAttribution } from "#db/attribution-results.ts";
import { periods } from "#domain/period.ts";

const query = z.object({ period: z.enum(periods).default("30d"), currency: z.string().length(3).optional() });

export const GET = tenantRoute({ scope: "read", query }, ({ scope, query, now }) => readAttribution(scope, query, now));
