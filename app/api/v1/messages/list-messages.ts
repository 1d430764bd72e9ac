import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { listApiMessages } from "#db/api-message-views.ts";
import { messageStatuses } from "#domain/message.ts";
import { id, instant, pageOf, paging } from "../shapes.ts";

export const message = z
  .strictObject({
    id,
    cartId: id,
    position: z.int().meta({ description: "Which of its sequence's messages, from 0" }),
    to: z.string(),
    subject: z.string(),
    html: z.string().nullable(),
    text: z.string().nullable(),
    headers: z.record(z.string(), z.string()),
    channel: z.string(),
    status: z.enum(messageStatuses),
    reason: z.string().nullable().meta({ description: "Why it was stopped, held or failed" }),
    dueAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({
    id: "Message",
    description: "The exact thing sent. Its parts are null until rendered, and after an erasure",
  });

export const listMessages = operation({
  id: "list_messages",
  method: "GET",
  path: "/messages",
  tag: "Messages",
  summary: "List messages, newest first",
  scope: "read",
  query: z.strictObject({
    contact: z.string().min(1).max(320).optional().meta({ description: "Only those to this address" }),
    ...paging,
  }),
  answer: pageOf(message),
  example: { query: { contact: "ada@example.com" } },
  run: ({ scope, query }) => listApiMessages(scope, query),
});
