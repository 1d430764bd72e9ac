import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { countContacts, getSegment, saveSegment } from "#db/segments.ts";
import { segmentShape } from "../shapes.ts";

const params = z.object({ id: z.string() });
const writes = { role: "marketer", scope: "admin", params } as const;

export const GET = tenantRoute({ scope: "read", params }, async ({ scope, now, params: { id } }) => {
  const segment = await getSegment(scope, id);
  const [contacts = 0] = await countContacts(scope, [segment.condition], now);
  return { ...segment, contacts };
});

export const PATCH = tenantRoute(
  { ...writes, body: segmentShape.partial() },
  async ({ scope, actor, now, params: { id }, body }) => {
    const segment = await saveSegment(scope, id, body, now);
    await recordAudit(scope, { actor, action: "segment.changed", subjectId: id, change: body, now });
    return segment;
  },
);
