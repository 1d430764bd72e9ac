import { created, tenantRoute } from "#auth/tenant-route.ts";
import { listKeys } from "#db/api-keys.ts";
import { issueKey } from "./issue-key.ts";
import { newKey } from "./shapes.ts";

// Members only: a key that asks for another goes by the API, where a person's code is asked for.
export const GET = tenantRoute({ role: "admin" }, async ({ scope }) => ({ data: await listKeys(scope) }));

/** `token` is shown here and never again. */
export const POST = tenantRoute({ role: "admin", body: newKey }, async ({ scope, actor, now, body: given }) =>
  created(await issueKey(scope, { given, actor }, now)),
);
