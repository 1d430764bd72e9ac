import { tenantRoute } from "#auth/tenant-route.ts";
import { readQueueHint } from "#db/draft-views.ts";

/**
 * Whether anything in the queue has changed: 304 while the asker's version is still the newest. Asked every few seconds
 * rather than held open, so that a thousand open queues hold no thousand connections.
 */
export const GET = tenantRoute({}, async ({ scope, request }) => {
  const hint = await readQueueHint(scope);
  const headers = { etag: `"${hint.version}"`, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
  return Response.json(hint, { headers });
});
