import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { archiveSequence } from "#db/sequence-archive.ts";

const params = z.object({ id: z.string() });

/** Puts the sequence away. */
export const POST = tenantRoute({ role: "marketer", scope: "admin", params }, async ({ scope, actor, now, params }) => {
  await archiveSequence(scope, params.id, now);
  await recordAudit(scope, { actor, action: "sequence.archived", subjectId: params.id, now });
});
