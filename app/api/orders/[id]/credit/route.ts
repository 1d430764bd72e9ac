import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { creditOfOrder } from "#db/credit-views.ts";

export const GET = tenantRoute({ scope: "read", params: z.object({ id: z.string().max(100) }) }, ({ scope, params }) =>
  creditOfOrder(scope, params.id),
);
