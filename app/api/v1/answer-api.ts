import { env } from "#env";
import { findOperation } from "./find-operation.ts";
import { serve } from "./serve.ts";

const prefix = /^(\/api)?\/v1(?=\/|$)/;

/** Any request at or below `/v1`: the operation of its method and path, or a plain word that there is none. */
export function answerApi(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(prefix, "");
  return path === "" || path === "/" ? Promise.resolve(answerRoot(request.method)) : answerOperation(request, path);
}

/** Where to read of the API. It tells nothing of any tenant, so anybody may ask. */
function answerRoot(method: string): Response {
  if (method !== "GET") return refuseMethod(["GET"]);
  const at = env().APP_URL;
  const told = { openapi: `${at}/v1/openapi.json`, docs: `${at}/docs/api`, mcp: `${at}/api/mcp` };
  const headers = { "cache-control": "public, max-age=300" };
  return Response.json({ name: "Comeback API", version: "1", ...told }, { headers });
}

async function answerOperation(request: Request, path: string): Promise<Response> {
  const found = findOperation(request.method, path);
  if (found.kind === "found") return serve(found.operation)(request, { params: Promise.resolve(found.params) });
  if (found.kind === "other_method") return refuseMethod(found.allowed);
  const error = { code: "not_found", message: "There is nothing here. /v1/openapi.json lists what there is" };
  return Response.json({ error }, { status: 404, headers: { "cache-control": "no-store" } });
}

function refuseMethod(allowed: string[]): Response {
  const error = { code: "invalid", message: `Here one may ${allowed.join(", ")}` };
  const headers = { "cache-control": "no-store", allow: allowed.join(", ") };
  return Response.json({ error }, { status: 405, headers });
}
