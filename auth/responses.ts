import { AppError, errorStatus } from "#domain/app-error.ts";
import { faultFacts, log } from "./log.ts";

/** `{error:{code,message,field?}}` for a request error; 500 with a reference for a fault, which is logged. */
export function errorResponse(error: unknown, request: Request): Response {
  if (error instanceof AppError) {
    const { code, message, field } = error;
    const body = { error: { code, message, ...(field ? { field } : {}) } };
    return Response.json(body, { status: errorStatus[code], headers: headersFor(code) });
  }
  const reference = crypto.randomUUID();
  const { pathname } = new URL(request.url);
  log().error({ reference, method: request.method, path: pathname, fault: faultFacts(error) }, "fault");
  const message = `Something broke on our side. Reference ${reference}`;
  return Response.json(
    { error: { code: "fault", message } },
    { status: 500, headers: { "cache-control": "no-store" } },
  );
}

function headersFor(code: AppError["code"]): Record<string, string> {
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (code === "unauthenticated") headers["www-authenticate"] = "Bearer";
  if (code === "limited") headers["retry-after"] = "60";
  return headers;
}
