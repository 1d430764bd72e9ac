import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { archiveSegment, restoreSegment } from "#db/segments.ts";

const writes = { role: "marketer", scope: "admin", params: z.object({ id: z.string() }) } as const;

/** Puts the segment away. Sequences keep the conditions that were taken from it. */
export const POST = tenantRoute(writes, async ({ scope, actor, now, params: { id } }) => {
  await archiveSegment(scope, id, now);
  await recordAudit(scope, { actor, action: "segment.archived", subjectId: id, now });
});

/** Takes it out again. */
export const DELETE = tenantRoute(writes, async ({ scope, actor, now, params: { id } }) => {
  await restoreSegment(scope, id, now);
  await recordAudit(scope, { actor, action: "segment.restored", subjectId: id, now });
});
