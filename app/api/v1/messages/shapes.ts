import { z } from "zod";
import { messageStatuses } from "#domain/message.ts";
import { id, instant, reasonName } from "../shapes.ts";

export const message = z
  .strictObject({
    id,
    ...{ cartId: id, enrollmentId: id },
    draftId: id,
    position: z.int().meta({ description: "Which of its sequence's messages, from 0" }),
    to: z.string(),
    subject: z.string(),
    html: z.string().nullable(),
    text: z.string().nullable(),
    headers: z.record(z.string(), z.string()),
    channel: reasonName("By which way it goes"),
    status: z.enum(messageStatuses),
    reason: reasonName("Why it was stopped, held or failed").nullable(),
    dueAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({
    id: "Message",
    description: "The exact thing sent. Its parts are null until rendered, and after an erasure",
  });
