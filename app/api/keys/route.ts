import { created, tenantRoute } from "#auth/tenant-route.ts";
import { createKey, listKeys } from "#db/api-keys.ts";
import { recordAudit } from "#db/audit.ts";
import { env } from "#env";
import { newKey } from "../v1/keys/operations.ts";

// Keys make no keys: two keys made by a third could send and oversee together.
export const GET = tenantRoute({ role: "admin" }, async ({ scope }) => ({ data: await listKeys(scope) }));

/** `token` is shown here and never again. */
export const POST = tenantRoute({ role: "admin", body: newKey }, async ({ scope, actor, now, body: given }) => {
  const mode = given.mode ?? (env().APP_MODE === "production" ? "live" : "test");
  const expiresAt = given.expiresAt ? new Date(given.expiresAt) : null;
  const { key, token } = await createKey(scope, { ...given, mode, expiresAt, createdBy: actor.id, now });
  const { name, scopes } = key;
  await recordAudit(scope, { actor, action: "key.created", subjectId: key.id, change: { name, scopes }, now });
  return created({ key, token });
});
