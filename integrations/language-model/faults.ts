import { APICallError, RetryError } from "ai";
import type { FallbackReason } from "#domain/draft.ts";
import { FetchRefused } from "../public-fetch.ts";

/** What went wrong with a call. `isProviders` is a fault of the provider's that its breaker counts. */
export type CallFault = {
  reason: FallbackReason;
  isProviders: boolean;
  mayRetry: boolean;
  /** How long the provider wants to be left alone, where it says so. */
  retryAfterMs: number | null;
  /** Errors of the SDK carry the prompt, so that only their names are kept. */
  cause: string;
};

/** The named reason behind whatever the SDK threw. */
export function faultOf(error: unknown, timedOut: boolean): CallFault {
  const last = RetryError.isInstance(error) ? error.lastError : error;
  const call = APICallError.isInstance(last) ? last : null;
  const cause = [last instanceof Error ? last.name : typeof last, call?.statusCode].filter(Boolean).join(" ");
  const plain = { isProviders: false, mayRetry: false, retryAfterMs: null, cause };
  if (timedOut) return { ...plain, reason: "timeout", isProviders: true };
  const refused = refusalIn(last);
  if (refused) return { ...plain, reason: refused };
  const status = call?.statusCode;
  const retryAfterMs = call ? retryAfterOf(call.responseHeaders ?? {}) : null;
  if (status === 429) return { ...plain, reason: "rate_limited", isProviders: true, mayRetry: true, retryAfterMs };
  if (status === 408 || status === 504) return { ...plain, reason: "timeout", isProviders: true, mayRetry: true };
  if (status === 401 || status === 403 || status === 404) return { ...plain, reason: "not_configured" };
  // A good status whose body is not the provider's protocol.
  if (status !== undefined && status < 300) return { ...plain, reason: "malformed_output" };
  const mayRetry = status === undefined || status >= 500;
  return { ...plain, reason: "provider_error", isProviders: mayRetry, mayRetry, retryAfterMs };
}

/** A request that our own door refused, however deep the SDK has wrapped it. */
function refusalIn(error: unknown, depth = 0): FallbackReason | null {
  if (error instanceof FetchRefused) return error.reason === "too_long" ? "too_long" : "not_configured";
  return error instanceof Error && depth < 5 ? refusalIn(error.cause, depth + 1) : null;
}

function retryAfterOf(headers: Record<string, string>): number | null {
  const precise = Number(headers["retry-after-ms"]);
  if (headers["retry-after-ms"] && precise >= 0) return precise;
  const said = headers["retry-after"];
  if (!said) return null;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const until = Date.parse(said);
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now());
}
