import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { findCarts } from "#db/api-cart-views.ts";
import { paging } from "../paging.ts";

const query = z.strictObject({
  externalId: z.string().min(1).max(255).optional(),
  contact: z.string().min(1).max(320).optional(),
  ...paging,
});

export const GET = tenantRoute({ scope: "read", query }, ({ scope, query }) => findCarts(scope, query));
