import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listProducts } from "#db/product-views.ts";

const query = z.object({
  shop: z.string().max(100).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const GET = tenantRoute({ scope: "read", query }, ({ scope, query }) => listProducts(scope, query));
