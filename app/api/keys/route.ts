import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { createKey, listKeys } from "#db/api-keys.ts";
import { recordAudit } from "#db/audit.ts";
import { keyScopes } from "#domain/member.ts";
import { env } from "#env";

const body = z.strictObject({
  name: z.string().trim().min(1, "Give a name").max(80),
  scopes: z.array(z.enum(keyScopes)).min(1, "Choose at least one scope").max(keyScopes.length),
});

// Keys make no keys: two keys made by a third could send and oversee together.
export const GET = tenantRoute({ role: "admin" }, async ({ scope }) => ({ data: await listKeys(scope) }));

/** `token` is shown here and never again. */
export const POST = tenantRoute({ role: "admin", body }, async ({ scope, actor, now, body: given }) => {
  const mode = env().APP_MODE === "production" ? "live" : "test";
  const { key, token } = await createKey(scope, { ...given, createdBy: actor.id, mode, now });
  const { name, scopes } = key;
  await recordAudit(scope, { actor, action: "key.created", subjectId: key.id, change: { name, scopes }, now });
  return created({ key, token });
});
