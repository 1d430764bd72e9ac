import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { readExport } from "#db/compliance-views.ts";

const params = z.object({ id: z.string().max(100) });

/** The file that answers a demand for a person's data; that it was taken is audited. */
export const GET = tenantRoute({ role: "admin", params }, async ({ scope, actor, now, params: { id } }) => {
  const file = await readExport(scope, id);
  await recordAudit(scope, { actor, action: "compliance_request.exported", subjectId: id, now });
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": `attachment; filename="${id.replace(/[^\w-]/g, "")}.json"`,
    "cache-control": "no-store",
  };
  return new Response(file, { headers });
});
