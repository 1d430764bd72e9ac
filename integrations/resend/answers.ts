import { z } from "zod";
import type { MailResult } from "../mail.ts";

export type ProviderError = { name: string; statusCode: number | null };

const quotaPauseSeconds = 3600;

/** What an error of Resend means for the mails it was about. Faults that are not the mail's own are worth a retry. */
export function failureOf(
  error: ProviderError | null,
  headers: Record<string, string> | null,
): Exclude<MailResult, { kind: "accepted" }> {
  if (!error) return { kind: "retry", reason: "unreadable_answer", retryAfterSeconds: null };
  const asked = retryAfter(headers);
  const again = (seconds: number | null) => ({
    kind: "retry" as const,
    reason: error.name || "unreadable_answer",
    retryAfterSeconds: asked ?? seconds,
  });
  if (/_quota_exceeded$/.test(error.name)) return again(quotaPauseSeconds);
  if (error.statusCode === 429) return again(1);
  if (error.name === "concurrent_idempotent_requests") return again(5);
  // The key is known under another body: this message has gone out before, so that it must not go again.
  if (error.name === "invalid_idempotent_request") return { kind: "refused", reason: error.name };
  return isInvalid(error) ? { kind: "refused", reason: error.name || "validation_error" } : again(null);
}

/** The request itself is wrong, and will be so every time. */
export function isInvalid(error: ProviderError | null): boolean {
  return error !== null && [400, 413, 422].includes(error.statusCode ?? 0);
}

function retryAfter(headers: Record<string, string> | null): number | null {
  const text = headers?.["retry-after"] ?? "";
  return /^\d{1,6}(\.\d+)?$/.test(text) ? Math.max(1, Math.ceil(Number(text))) : null;
}

const batchAnswer = z.object({
  data: z.array(z.object({ id: z.string().min(1) })),
  errors: z.array(z.object({ index: z.int() })).nullish(),
});

/** One result per mail of a permissive batch; `data` holds the accepted ones only, in order. Null when it does not add up. */
export function batchResults(answer: unknown, count: number): MailResult[] | null {
  const parsed = batchAnswer.safeParse(answer);
  if (!parsed.success) return null;
  const refused = new Set((parsed.data.errors ?? []).map((one) => one.index));
  const accepted = parsed.data.data.map((one) => one.id);
  if (accepted.length + refused.size !== count) return null;
  return Array.from({ length: count }, (_, index) => {
    const providerId = refused.has(index) ? undefined : accepted.shift();
    return providerId ? { kind: "accepted", providerId } : { kind: "refused", reason: "validation_error" };
  });
}
