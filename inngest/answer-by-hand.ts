import { loadAsked, stopProposed } from "#db/answers.ts";
import { lockConversation } from "#db/inbox.ts";
import type { Letter, LetterFile } from "#db/letters.ts";
import type { Scope } from "#db/scope.ts";
import { answerSubject } from "#domain/answer-words.ts";
import { AppError } from "#domain/app-error.ts";
import type { LetterBody } from "#domain/letter.ts";
import { type LetterMaker, writeLetter } from "./write-letter.ts";

export type Answer = {
  mailId: string;
  words: LetterBody;
  subject: string | null;
  files: LetterFile[];
  sendAt: Date | null;
};

/**
 * Writes an answer to a mail in a person's or a program's own words, as a letter that the tenant's oversight judges. What the
 * writer had proposed is stopped. `conflict` for a mail that a machine wrote: two machines would write to each other for ever.
 */
export async function answerByHand(
  scope: Scope,
  { answer, maker, once }: { answer: Answer; maker: LetterMaker; once: string | null },
  now: Date,
): Promise<Letter> {
  const { mail, mailbox } = await loadAsked(scope, answer.mailId);
  if (!mail.fromAddress) throw new AppError("conflict", "Whoever wrote this mail was erased");
  if (mail.isAutomatic) throw new AppError("conflict", "A machine wrote this mail: it is not answered");
  await lockConversation(scope, mail.conversationId);
  const { subject, words, files, sendAt } = answer;
  const given = {
    ...{ from: null, to: [mail.fromAddress], cc: [], bcc: [], replyTo: mailbox.address },
    ...{ subject: subject ?? answerSubject(mail.subject), words, files, tags: [], sendAt },
    answers: { conversationId: mail.conversationId, mailId: mail.id },
  };
  const letter = await writeLetter(scope, { given, maker, once }, now);
  await stopProposed(scope, mail.conversationId, "answered_by_hand");
  return letter;
}
