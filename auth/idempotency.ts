import {
  type AnswerKey,
  acrossTenantsBeginAnswer,
  acrossTenantsDropAnswer,
  acrossTenantsKeepAnswer,
  type StoredAnswer,
} from "#db/across-tenants-answers.ts";
import { hashToken } from "#db/api-keys.ts";
import { AppError } from "#domain/app-error.ts";

/** The key that a write may be repeated under; null when none was sent. */
export function idempotencyKeyOf(headers: Headers): string | null {
  const named = headers.get("idempotency-key");
  if (named === null) return null;
  const key = named.trim();
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new AppError("invalid", "An idempotency key has 1 to 200 visible characters", "Idempotency-Key");
  return key;
}

/**
 * Does a write once per key: who asks again within a day gets the answer that was given. What was refused or broke is not
 * kept, so that it may be tried again under the same key.
 */
export async function onceUnder(
  at: AnswerKey,
  request: string,
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer & { replayed: boolean }> {
  const begun = await acrossTenantsBeginAnswer(at, hashToken(request), new Date());
  if (begun.kind === "other") throw new AppError("conflict", "This idempotency key stands for another request");
  if (begun.kind === "busy") throw new AppError("conflict", "The same request is being worked on");
  if (begun.kind === "answered") return { status: begun.status, answer: begun.answer, replayed: true };
  try {
    const done = await work();
    await acrossTenantsKeepAnswer(at, done);
    return { ...done, replayed: false };
  } catch (cause) {
    await acrossTenantsDropAnswer(at);
    throw cause;
  }
}
