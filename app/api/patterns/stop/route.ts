import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listOpenStops } from "#db/pattern-stops.ts";
import { stopPattern } from "#inngest/stop-pattern.ts";
import { plainText } from "../../drafts/plain-text.ts";

const body = z.object({
  pattern: z.string().min(1).max(300),
  reason: plainText(500).pipe(z.string().min(1, "Say why")),
});

/** The patterns that are stopped now, the newest stop first. */
export const GET = tenantRoute({}, async ({ scope }) => ({ rows: await listOpenStops(scope) }));

export const POST = tenantRoute({ role: "marketer", scope: "oversight", body }, ({ scope, actor, body, now }) =>
  stopPattern(scope, body, { kind: actor.kind, id: actor.id }, now),
);
