import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listAudit } from "#db/audit.ts";

const query = z.object({ before: z.string().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

export const GET = tenantRoute({ role: "admin", query }, async ({ scope, query: { before, limit } }) => {
  const rows = await listAudit(scope, { before, limit: limit + 1 });
  const data = rows.slice(0, limit);
  return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
});
