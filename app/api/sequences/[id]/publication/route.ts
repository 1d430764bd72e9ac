import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { latestVersion, publishVersion, withdrawSequence } from "#db/sequences.ts";
import { refuseFaults } from "../../plan.ts";

const params = z.object({ id: z.string() });

/** Publishes the newest version. */
export const POST = tenantRoute({ role: "marketer", scope: "admin", params }, async ({ scope, actor, now, params }) => {
  const latest = await latestVersion(scope, params.id);
  await refuseFaults(scope, latest.steps);
  const versionId = await publishVersion(scope, params.id, actor.id, now);
  const change = { versionId, number: latest.number };
  await recordAudit(scope, { actor, action: "sequence.published", subjectId: params.id, change, now });
  return created(change);
});

/** Withdraws the sequence. */
export const DELETE = tenantRoute(
  { role: "marketer", scope: "admin", params },
  async ({ scope, actor, now, params }) => {
    await withdrawSequence(scope, params.id, actor.id, now);
    await recordAudit(scope, { actor, action: "sequence.withdrawn", subjectId: params.id, now });
  },
);
