import { env } from "#env";
import { openApiOf } from "../openapi.ts";
import { operations } from "../operations.ts";

/** The reference for machines. It tells nothing of any tenant, so anybody may read it. */
export function GET(): Response {
  const document = openApiOf(operations, `${env().APP_URL}/v1`);
  return Response.json(document, { headers: { "cache-control": "public, max-age=300" } });
}
