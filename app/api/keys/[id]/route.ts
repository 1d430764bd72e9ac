import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { revokeKey } from "#db/api-keys.ts";
import { recordAudit } from "#db/audit.ts";

const params = z.object({ id: z.string() });

/** Revokes a key; it stays in the list with its last use. */
export const DELETE = tenantRoute({ role: "admin", params }, async ({ scope, actor, now, params: { id } }) => {
  const key = await revokeKey(scope, id, now);
  await recordAudit(scope, { actor, action: "key.revoked", subjectId: id, change: { name: key.name }, now });
  return key;
});
