import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { replayFailed } from "#db/webhook-log.ts";
import { tellRunner } from "../../webhooks/answers.ts";

const body = z.strictObject({ shop: z.string().max(100).optional() });
const mostAtOnce = 1_000;

/** Applies the dead letters once more, of one shop or all; `more` says that as many again may wait. */
export const POST = tenantRoute({ role: "admin", body }, async ({ scope, actor, now, body: { shop }, afterCommit }) => {
  const ids = await replayFailed(scope, { shop, limit: mostAtOnce });
  const change = { count: ids.length };
  await recordAudit(scope, { actor, action: "webhook_event.replayed_failed", subjectId: shop, change, now });
  afterCommit(() => tellRunner(ids.map((id) => ({ tenantId: scope.tenantId, id }))));
  return { replayed: ids.length, more: ids.length === mostAtOnce };
});
