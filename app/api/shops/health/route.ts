import { tenantRoute } from "#auth/tenant-route.ts";
import { listShopPulses } from "#db/shop-pulses.ts";

/** When each shop last spoke and how many of its requests failed; one shop's whole health stands under its own id. */
export const GET = tenantRoute({ scope: "read" }, async ({ scope }) => ({ data: await listShopPulses(scope) }));
