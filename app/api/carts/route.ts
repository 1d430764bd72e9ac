import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listCarts } from "#db/cart-views.ts";
import { cartStates } from "#domain/cart.ts";

const query = z.object({
  state: z.enum(cartStates).optional(),
  search: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
});

export const GET = tenantRoute({ query }, async ({ scope, query, now }) => ({
  ...(await listCarts(scope, query)),
  now: now.toISOString(),
}));
