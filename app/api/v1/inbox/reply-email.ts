import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { AppError } from "#domain/app-error.ts";
import { answerByHand } from "#inngest/answer-by-hand.ts";
import { announce } from "#inngest/events.ts";
import { letterDue } from "#inngest/write-letter.ts";
import { plainText } from "../../drafts/plain-text.ts";
import { attachments, filesOf, mostLetterBytes } from "../letters/files.ts";
import { makerOf, sendAt, wordFields, wordsIn } from "../letters/send.ts";
import { headerText, standing, toldStanding } from "../letters/shapes.ts";
import { byId } from "../shapes.ts";

export const replyEmail = operation({
  id: "reply_email",
  method: "POST",
  path: "/inbox/mails/{id}/reply",
  tag: "Inbox",
  summary: "Answer a mail",
  description:
    "The answer is a letter in the same thread, and whether it leaves at once follows from the tenant's oversight. A proposed answer that waited is stopped. What a machine wrote is not answered.",
  scope: "send",
  status: 202,
  mostBytes: mostLetterBytes,
  params: byId,
  body: z.strictObject({
    subject: headerText(300).optional().meta({ description: "Theirs behind `Re:` unless said" }),
    ...wordFields,
    attachments: attachments.optional(),
    send_at: sendAt.optional(),
    idempotency_key: plainText(200).optional().meta({ description: "The same answer under it is made once" }),
  }),
  answer: standing,
  example: { params: { id: "mail_01kh3…" }, body: { text_body: "Hello Ada, …" } },
  hints: { reachesOut: true },
  run: async ({ scope, actor, params, body, now, afterCommit }) => {
    const words = wordsIn(body);
    if (!words) throw new AppError("invalid", "An answer needs words: text_body, html_body or markdown", "text_body");
    const answer = {
      ...{ mailId: params.id, words, subject: body.subject ?? null, files: filesOf(body.attachments ?? []) },
      sendAt: body.send_at ? new Date(body.send_at) : null,
    };
    const once = body.idempotency_key ?? null;
    const letter = await answerByHand(scope, { answer, maker: makerOf(actor), once }, now);
    if (letter.createdAt.getTime() === now.getTime())
      await recordAudit(scope, { actor, action: "letter.written", subjectId: letter.id, now });
    afterCommit(() => announce(letterDue(scope.tenantId, letter)));
    return toldStanding(letter, now);
  },
});
