import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { getTenant, saveTenant } from "#db/tenants.ts";
import { tenantShape } from "./shapes.ts";

const body = z.strictObject({ ...tenantShape, paused: z.boolean() }).partial();

export const GET = tenantRoute({}, ({ scope }) => getTenant(scope));

/** `paused` stops all sending at once, with the reason `tenant_paused` on every decision, and lets it go on again. */
export const PATCH = tenantRoute(
  { role: "admin", body },
  async ({ scope, actor, now, body: { paused, ...change } }) => {
    const before = await getTenant(scope);
    const pausedAt = paused ? (before.pausedAt ?? now) : null;
    const after = await saveTenant(scope, paused === undefined ? change : { ...change, pausedAt });
    const action = paused === undefined ? "tenant.changed" : paused ? "tenant.paused" : "tenant.resumed";
    await recordAudit(scope, { actor, action, change, now });
    return after;
  },
);
