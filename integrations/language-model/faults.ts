import { APICallError, NoObjectGeneratedError, RetryError } from "ai";
import { WriterFault } from "../writing.ts";

/** The named reason behind whatever the SDK threw. The cause is kept for the log; it may hold the provider's words. */
export function faultOf(error: unknown, signal: AbortSignal): WriterFault {
  if (signal.aborted) return new WriterFault("timeout", { cause: error });
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (NoObjectGeneratedError.isInstance(last)) {
    return new WriterFault(last.finishReason === "content-filter" ? "refused" : "malformed_output", { cause: last });
  }
  if (APICallError.isInstance(last)) return new WriterFault(callFault(last), { cause: last });
  return new WriterFault("provider_error", { cause: last });
}

function callFault(
  error: APICallError,
): "rate_limited" | "timeout" | "not_configured" | "malformed_output" | "provider_error" {
  const status = error.statusCode;
  if (status === 429) return "rate_limited";
  if (status === 408 || status === 504) return "timeout";
  if (status === 401 || status === 403 || status === 404) return "not_configured";
  // A good status whose body is not the provider's protocol.
  return status !== undefined && status < 300 ? "malformed_output" : "provider_error";
}
