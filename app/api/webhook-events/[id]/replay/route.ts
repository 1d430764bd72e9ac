import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { replayWebhook } from "#db/webhook-log.ts";
import { tellRunner } from "../../../webhooks/answers.ts";

const params = z.object({ id: z.string().max(100) });

/** Applies one event once more. */
export const POST = tenantRoute(
  { role: "admin", params },
  async ({ scope, actor, now, params: { id }, afterCommit }) => {
    await replayWebhook(scope, id);
    await recordAudit(scope, { actor, action: "webhook_event.replayed", subjectId: id, now });
    afterCommit(() => tellRunner([{ tenantId: scope.tenantId, id }]));
    return { id, outcome: "pending" };
  },
);
