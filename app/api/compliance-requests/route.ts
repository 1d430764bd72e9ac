import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listCompliance } from "#db/compliance-views.ts";

const query = z.object({
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const GET = tenantRoute({ role: "admin", query }, ({ scope, query }) => listCompliance(scope, query));
