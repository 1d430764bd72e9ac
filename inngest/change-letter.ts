import { changeLetter, filesOfLetter, type Letter, lockLetter, recordLetterReview } from "#db/letters.ts";
import { tellLetterPending } from "#db/outgoing-facts.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { type LetterAct, type LetterBody, type LetterFlag, mayAct } from "#domain/letter.ts";
import { answering, type By } from "./reviewer.ts";
import { composeLetter, refuseHour, writtenBy } from "./write-letter.ts";

async function openLetter(scope: Scope, letterId: string, act: LetterAct): Promise<Letter> {
  const letter = await lockLetter(scope, letterId);
  if (mayAct(letter.status, act)) return letter;
  throw new AppError(
    "conflict",
    letter.status === "sending" ? "This letter is under way" : `This letter is ${letter.status}`,
  );
}

/** Ends a letter that has not left. `conflict` when it is under way or over. */
export async function cancelLetter(scope: Scope, letterId: string, by: By, now: Date): Promise<Letter> {
  const letter = await openLetter(scope, letterId, "cancelled");
  await note(scope, letter, { act: "cancelled", by }, now);
  return changeLetter(scope, letterId, { status: "cancelled", reason: null });
}

/** A person's own words are theirs: what was noticed of the writer's does not stand against them. */
const ofTheWriter: LetterFlag[] = ["by_writer", "needs_person"];

export type LetterChange = { subject?: string; words?: LetterBody; sendAt?: Date | null };

/**
 * Changes a letter that has not left. Another hour alone leaves a verdict as it is; other words are judged anew, so that
 * what a person approved is never replaced unseen.
 */
export async function editLetter(
  scope: Scope,
  { letterId, change }: { letterId: string; change: LetterChange },
  by: By,
  now: Date,
): Promise<Letter> {
  const isReworded = change.subject !== undefined || change.words !== undefined;
  const act = isReworded ? "edited" : "rescheduled";
  const letter = await openLetter(scope, letterId, act);
  const sendAt = change.sendAt === undefined ? letter.sendAt : change.sendAt;
  refuseHour(change.sendAt ?? null, now);
  if (!isReworded) {
    await note(scope, letter, { act, by }, now);
    return changeLetter(scope, letterId, { sendAt, dueAt: sendAt ?? now });
  }
  const words = change.words ?? letter.words;
  if (!words) throw new AppError("conflict", "The words of this letter were erased");
  const given = {
    ...{ from: letter.fromAddress, to: letter.toAddresses, cc: letter.ccAddresses, bcc: letter.bccAddresses },
    ...{ replyTo: letter.replyTo, subject: change.subject ?? letter.subject, words, tags: letter.tags },
    ...{ files: await filesOfLetter(scope, letterId), sendAt: sendAt && sendAt > now ? sendAt : null },
    noticed: by.kind === "key" ? letter.flags.filter((flag) => ofTheWriter.includes(flag)) : [],
  };
  const made = await composeLetter(scope, { id: letterId, written: writtenBy(by.kind) }, given, now);
  const edited = await changeLetter(scope, letterId, { ...made, reason: null });
  if (edited.status === "pending_approval") await tellLetterPending(scope, edited, now);
  await note(scope, edited, { act, by }, now);
  return edited;
}

/** Puts tags on a letter and takes others off; repeated, it changes nothing. */
export async function tagLetter(
  scope: Scope,
  { letterId, add, remove }: { letterId: string; add: string[]; remove: string[] },
  by: By,
  now: Date,
): Promise<Letter> {
  const letter = await openLetter(scope, letterId, "tagged");
  const tags = [...new Set([...letter.tags, ...add])].filter((tag) => !remove.includes(tag)).slice(0, 20);
  if (tags.join() === letter.tags.join()) return letter;
  await note(scope, letter, { act: "tagged", by }, now);
  return changeLetter(scope, letterId, { tags });
}

async function note(scope: Scope, letter: Letter, { act, by }: { act: LetterAct; by: By }, now: Date): Promise<void> {
  const who = await answering(scope, by);
  const acting = who.by.kind === "policy" ? by : who.by;
  const said = { letterId: letter.id, act, by: acting, viaKeyId: who.viaKeyId, reason: null };
  await recordLetterReview(scope, { ...said, wordsHash: letter.wordsHash }, now);
}
