import { tenantRoute } from "#auth/tenant-route.ts";
import { readInboxHint } from "#db/inbox-views.ts";

/** Whether anything in the inbox has changed: 304 while the asker's version is still the newest. */
export const GET = tenantRoute({}, async ({ scope, request }) => {
  const hint = await readInboxHint(scope);
  const headers = { etag: `"${hint.version}"`, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
  return Response.json(hint, { headers });
});
