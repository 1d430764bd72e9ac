import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { getBrand, saveBrand } from "#db/tenants.ts";
import { measuredLogo } from "./measured-logo.ts";
import { refuseUnreadable } from "./refuse-unreadable.ts";
import { brandChange } from "./shapes.ts";

export const GET = tenantRoute({ scope: "read" }, ({ scope }) => getBrand(scope));

export const PATCH = tenantRoute(
  { role: "admin", scope: "admin", body: brandChange },
  async ({ scope, actor, now, body: change }) => {
    const before = await getBrand(scope);
    if (change.colours || change.accent) refuseUnreadable({ ...before, ...change });
    const logo =
      change.logoUrl === undefined || change.logoUrl === before.logoUrl ? {} : await measuredLogo(change.logoUrl);
    const brand = await saveBrand(scope, { ...change, ...logo });
    await recordAudit(scope, { actor, action: "brand.changed", change: { fields: Object.keys(change) }, now });
    return brand;
  },
);
