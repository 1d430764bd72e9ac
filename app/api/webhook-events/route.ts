import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listWebhookLog } from "#db/webhook-log.ts";
import { webhookOrigins, webhookOutcomes } from "#domain/shop-event.ts";

const query = z.object({
  shop: z.string().max(100).optional(),
  outcome: z.enum(webhookOutcomes).optional(),
  /** One or several, between commas. */
  origin: z
    .string()
    .transform((names) => names.split(","))
    .pipe(z.array(z.enum(webhookOrigins)))
    .optional(),
  topic: z.string().max(200).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The webhook log without bodies, newest first. */
export const GET = tenantRoute({ scope: "read", query }, ({ scope, query: { origin, ...query } }) =>
  listWebhookLog(scope, { ...query, origins: origin }),
);
