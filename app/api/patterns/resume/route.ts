import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { announce } from "#inngest/events.ts";
import { resumePattern } from "#inngest/stop-pattern.ts";

const body = z.object({ pattern: z.string().min(1).max(300) });

export const POST = tenantRoute(
  { role: "marketer", scope: "oversight", body },
  async ({ scope, actor, body, now, afterCommit }) => {
    const released = await resumePattern(scope, body, { kind: actor.kind, id: actor.id }, now);
    if (released.length > 0) afterCommit(() => announce(released));
    return { released: released.length };
  },
);
