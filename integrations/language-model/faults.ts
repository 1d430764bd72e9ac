import { APICallError, NoObjectGeneratedError, RetryError } from "ai";
import type { FallbackReason } from "#domain/draft.ts";
import { WriterFault } from "../writing.ts";

/** The named reason behind whatever the SDK threw. Its errors carry the prompt, so that only their names are kept. */
export function faultOf(error: unknown, signal: AbortSignal): WriterFault {
  const last = RetryError.isInstance(error) ? error.lastError : error;
  const status = APICallError.isInstance(last) ? last.statusCode : undefined;
  const cause = [last instanceof Error ? last.name : typeof last, status].filter(Boolean).join(" ");
  return new WriterFault(reasonOf(last, signal), { cause });
}

function reasonOf(error: unknown, signal: AbortSignal): FallbackReason {
  if (signal.aborted) return "timeout";
  if (NoObjectGeneratedError.isInstance(error)) {
    return error.finishReason === "content-filter" ? "refused" : "malformed_output";
  }
  return APICallError.isInstance(error) ? callFault(error) : "provider_error";
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
