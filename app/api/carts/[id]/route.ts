import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readCartClock } from "#db/cart-clock-views.ts";
import { readCart } from "#db/cart-views.ts";
import { readTimeline } from "#db/timeline-views.ts";
import { listCartWalks } from "#db/walk-views.ts";

const params = z.object({ id: z.string() });

export const GET = tenantRoute({ params }, async ({ scope, params, now }) => ({
  cart: await readCart(scope, params.id),
  clock: await readCartClock(scope, params.id, now),
  timeline: await readTimeline(scope, params.id),
  walks: await listCartWalks(scope, params.id),
  now: now.toISOString(),
}));
