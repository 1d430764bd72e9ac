import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readWebhookLogEntry } from "#db/webhook-log.ts";

const params = z.object({ id: z.string().max(100) });

/** One event with its raw body: what shoppers entered stands in it, so admins only, and no keys. */
export const GET = tenantRoute({ role: "admin", params }, ({ scope, params: { id } }) =>
  readWebhookLogEntry(scope, id),
);
