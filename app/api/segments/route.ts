import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { listSegmentRows } from "#db/segment-views.ts";
import { createSegment } from "#db/segments.ts";
import { segmentShape } from "./shapes.ts";

/** The segments, each with how many contacts fit it now and where its condition stands. */
export const GET = tenantRoute({ scope: "read" }, async ({ scope, now }) => ({
  data: await listSegmentRows(scope, now),
}));

export const POST = tenantRoute(
  { role: "marketer", scope: "admin", body: segmentShape },
  async ({ scope, actor, now, body }) => {
    const segment = await createSegment(scope, body, actor.id, now);
    await recordAudit(scope, { actor, action: "segment.created", subjectId: segment.id, change: body, now });
    return created(segment);
  },
);
