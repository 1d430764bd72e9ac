import { findOperation } from "./find-operation.ts";
import { serve } from "./serve.ts";

const prefix = /^(\/api)?\/v1(?=\/)/;

/** Any request below `/v1`: the operation of its method and path, or a plain word that there is none. */
export function answerApi(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(prefix, "");
  const found = findOperation(request.method, path);
  if (found.kind === "found") return serve(found.operation)(request, { params: Promise.resolve(found.params) });
  const error =
    found.kind === "nothing"
      ? { code: "not_found", message: "There is nothing here. /v1/openapi.json lists what there is" }
      : { code: "invalid", message: `Here one may ${found.allowed.join(", ")}` };
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (found.kind === "other_method") headers.allow = found.allowed.join(", ");
  const status = found.kind === "nothing" ? 404 : 405;
  return Promise.resolve(Response.json({ error }, { status, headers }));
}
