/** A JSON Schema, for all who want to check what they send. */
export function schemaAnswer(schema: object): Response {
  const headers = {
    "content-type": "application/schema+json",
    "cache-control": "public, max-age=3600",
    "access-control-allow-origin": "*",
  };
  return new Response(JSON.stringify(schema, null, 2), { headers });
}
