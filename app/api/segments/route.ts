import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { countContacts, createSegment, listSegments } from "#db/segments.ts";
import { segmentShape } from "./shapes.ts";

/** The segments, each with how many contacts fit it now. */
export const GET = tenantRoute({ scope: "read" }, async ({ scope, now }) => {
  const segments = await listSegments(scope);
  const conditions = segments.map((segment) => segment.condition);
  const counts = await countContacts(scope, conditions, now);
  return { data: segments.map((segment, place) => ({ ...segment, contacts: counts[place] ?? 0 })) };
});

export const POST = tenantRoute(
  { role: "marketer", scope: "admin", body: segmentShape },
  async ({ scope, actor, now, body }) => {
    const segment = await createSegment(scope, body, actor.id, now);
    await recordAudit(scope, { actor, action: "segment.created", subjectId: segment.id, change: body, now });
    return created(segment);
  },
);
