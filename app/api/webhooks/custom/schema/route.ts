import { customEventSchema } from "#integrations/platforms.ts";

/** The shape of what a shop of its own make may send, for all who want to check their events: docs/custom-api.md. */
export function GET(): Response {
  const headers = { "content-type": "application/schema+json", "cache-control": "public, max-age=3600" };
  return new Response(JSON.stringify(customEventSchema(), null, 2), { headers });
}
