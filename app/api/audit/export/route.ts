import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { tenantStream } from "#auth/tenant-stream.ts";
import { auditFile, auditFormats } from "./audit-file.ts";

const query = z.object({ format: z.enum(auditFormats).default("csv") });
const types = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson" } as const;

export const GET = tenantRoute({ role: "admin", query }, async ({ actor, now, query: { format } }) => {
  const headers = {
    "content-type": types[format],
    "content-disposition": `attachment; filename="activity-${now.toISOString().slice(0, 10)}.${format}"`,
    "cache-control": "no-store",
  };
  return new Response(tenantStream(actor, auditFile(format)), { headers });
});
