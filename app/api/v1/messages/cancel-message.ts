import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { getMessage } from "#db/messages.ts";
import { AppError } from "#domain/app-error.ts";
import { takeBack } from "#inngest/act-on-draft.ts";
import { cancelLetter } from "#inngest/change-letter.ts";
import { by } from "../letters/shapes.ts";
import { byId, id } from "../shapes.ts";

export const cancelMessage = operation({
  id: "cancel_message",
  method: "POST",
  path: "/messages/{id}/cancel",
  aliases: ["/letters/{id}/cancel", "/emails/{id}/cancel"],
  tag: "Messages",
  summary: "Keep a letter or a queued message from leaving",
  description:
    "A letter is cancelled for good. A message of a sequence is held back, and a person may let it go again.",
  scope: "send",
  params: byId,
  answer: z.strictObject({ id, status: z.enum(["cancelled", "held"]) }),
  hints: { destructive: true, idempotent: true },
  run: async ({ scope, actor, params, now }) => {
    if (params.id.startsWith("ltr_")) {
      await cancelLetter(scope, params.id, by(actor), now);
      await recordAudit(scope, { actor, action: "letter.cancelled", subjectId: params.id, now });
      return { id: params.id, status: "cancelled" as const };
    }
    const message = await getMessage(scope, params.id);
    if (!message) throw new AppError("not_found", "There is no such message");
    await takeBack(actor.tenantId, { draftId: message.draftId }, by(actor), now);
    return { id: params.id, status: "held" as const };
  },
});
