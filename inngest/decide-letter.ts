import { newestMail } from "#db/answers.ts";
import { findKey } from "#db/api-keys.ts";
import { recordAudit } from "#db/audit.ts";
import { changeLetter, editorsOfLetter, type Letter, lockLetter, recordLetterReview } from "#db/letters.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { mayAct } from "#domain/letter.ts";
import { answering, type By, refuseNobody } from "./reviewer.ts";

export type LetterDecision = {
  letterId: string;
  verdict: "approved" | "rejected";
  reason: string | null;
  /** The hash of the words that were looked at; null takes the words as they stand. */
  wordsHash: string | null;
};

/**
 * Gives a verdict on a letter that waits. Refuses with `not_found`, `conflict` (decided already, or other words than were
 * looked at) or `forbidden`: nobody approves what they wrote, and no key what a key of the same person wrote.
 */
export async function decideLetter(
  scope: Scope,
  { letterId, verdict, reason, wordsHash }: LetterDecision,
  by: By,
  now: Date,
): Promise<{ reviewId: string; letter: Letter }> {
  const letter = await lockLetter(scope, letterId);
  if (!mayAct(letter.status, verdict)) throw new AppError("conflict", "This letter does not wait for anybody");
  if (wordsHash !== null && wordsHash !== letter.wordsHash)
    throw new AppError("conflict", "These are not the words that stand there now", "wordsHash");
  const who = await answering(scope, by);
  if (verdict === "approved") {
    await refuseOvertaken(scope, letter);
    await refuseNobody(scope, who);
    await refuseMaker(scope, letter, by, who.by.kind === "policy" ? null : who.by.id);
  }
  const acting = who.by.kind === "policy" ? by : who.by;
  const review = { letterId, act: verdict, by: acting, viaKeyId: who.viaKeyId, reason, wordsHash: letter.wordsHash };
  const reviewId = await recordLetterReview(scope, review, now);
  const change = { ...(reason ? { reason } : {}), ...(who.viaKeyId && acting !== by ? { for: acting.id } : {}) };
  await recordAudit(scope, { actor: by, action: `letter.${verdict}`, subjectId: letterId, change, now });
  if (verdict === "rejected")
    return { reviewId, letter: await changeLetter(scope, letterId, { status: "rejected", reason }) };
  const dueAt = letter.sendAt && letter.sendAt > now ? letter.sendAt : now;
  return { reviewId, letter: await changeLetter(scope, letterId, { status: "queued", dueAt, reason: null }) };
}

/** An answer to a mail that another one followed says what nobody asks any more. */
async function refuseOvertaken(scope: Scope, { madeByKind, conversationId, inReplyTo }: Letter): Promise<void> {
  if (madeByKind !== "writer" || !conversationId || (await newestMail(scope, conversationId)) === inReplyTo) return;
  throw new AppError("conflict", "A newer mail came in this conversation: its answer is proposed anew");
}

/**
 * A person may approve in their own name what their program wrote: that is what they look at it for. A program may not,
 * whichever of the person's keys it holds.
 */
async function refuseMaker(scope: Scope, letter: Letter, by: By, personId: string | null): Promise<void> {
  for (const author of [letter.madeById, ...(await editorsOfLetter(scope, letter.id))]) {
    const key = by.kind === "key" ? await findKey(scope, author) : null;
    if (author !== by.id && author !== personId && (!key?.createdBy || key.createdBy !== personId)) continue;
    throw new AppError("forbidden", "Whoever wrote a letter cannot approve it: another person must");
  }
}
