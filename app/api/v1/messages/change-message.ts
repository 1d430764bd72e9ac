import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { readApiMessage } from "#db/api-message-views.ts";
import { recordAudit } from "#db/audit.ts";
import { getDraft } from "#db/drafts.ts";
import { AppError } from "#domain/app-error.ts";
import { lifeKinds } from "#domain/draft-life.ts";
import { rescheduleMessage, rewordMessage } from "#inngest/change-message.ts";
import { announce } from "#inngest/events.ts";
import { wordsSchema } from "../../drafts/words.ts";
import { hourAhead, sendAt } from "../letters/send.ts";
import { by } from "../letters/shapes.ts";
import { byId, id, ours } from "../shapes.ts";
import { message } from "./shapes.ts";

export const getMessage = operation({
  id: "get_message",
  method: "GET",
  path: "/messages/{id}",
  tag: "Messages",
  summary: "Read a message of a sequence",
  scope: "read",
  params: byId,
  answer: message,
  example: { params: { id: "msg_01kh3…" } },
  run: ({ scope, params }) => readApiMessage(scope, params.id),
});

export const reschedule = operation({
  id: "reschedule_message",
  method: "PATCH",
  path: "/messages/{id}",
  tag: "Messages",
  summary: "Move a queued message to another hour",
  description:
    "Every rule is asked again when it leaves: an hour outside of the send window makes it wait for the next one, and it never leaves once its cart is no longer written about.",
  scope: "send",
  params: byId,
  body: z.strictObject({ send_at: sendAt }),
  answer: message,
  example: { params: { id: "msg_01kh3…" }, body: { send_at: hourAhead } },
  run: async ({ scope, actor, params, body, now, afterCommit }) => {
    const due = await rescheduleMessage(scope, { messageId: params.id, at: new Date(body.send_at) }, now);
    await recordAudit(scope, { actor, action: "message.rescheduled", subjectId: params.id, now });
    afterCommit(() => announce([due]));
    return readApiMessage(scope, params.id);
  },
});

export const editMessage = operation({
  id: "edit_message",
  method: "PUT",
  path: "/messages/{id}/words",
  tag: "Messages",
  summary: "Change the words of a queued message",
  description:
    "It leaves the queue, and its new words are inspected and judged like any draft's: what was approved before does not count for them. Facts are rendered from rows; words hold slots for them.",
  scope: "send",
  params: byId,
  body: z.strictObject({
    words: z.strictObject(wordsSchema.shape),
    wordsHash: ours(z.string().min(1).max(200)).optional().meta({ description: "Of the words that were looked at" }),
  }),
  answer: z.strictObject({
    id,
    reviewId: id,
    state: z.enum(lifeKinds).meta({ description: "Where its draft stands now" }),
  }),
  example: { params: { id: "msg_01kh3…" }, body: { words: { subject: "Your basket waits", paragraphs: ["…"] } } },
  run: async ({ scope, actor, params, body, now }) => {
    const { draftId, status } = await readApiMessage(scope, params.id);
    if (status !== "queued") throw new AppError("conflict", `This message is ${status}`);
    const draft = await getDraft(scope, draftId);
    if (!draft) throw new AppError("not_found", "There is no such message");
    if (body.wordsHash !== undefined && body.wordsHash !== draft.wordsHash)
      throw new AppError("conflict", "These are not the words that stand there now", "wordsHash");
    const edit = { draftId, words: body.words, wordsHash: draft.wordsHash };
    return { id: params.id, ...(await rewordMessage(actor.tenantId, edit, by(actor), now)) };
  },
});
