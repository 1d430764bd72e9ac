import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { readInboundFile, readInboundMail } from "#db/inbound-mail-views.ts";
import { listConversations } from "#db/inbox-views.ts";
import { readConversation } from "#db/thread-views.ts";
import { conversationStatuses, intents } from "#domain/inbox.ts";
import { inboxShows } from "#domain/inbox-rows.ts";
import { announce } from "#inngest/events.ts";
import { turnConversation } from "#inngest/turn-conversation.ts";
import { byId, id, pageOf, paging } from "../shapes.ts";
import { conversation, inboundMail, thread, toldConversation, toldMail, toldThread } from "./shapes.ts";

export const checkInbox = operation({
  id: "check_inbox",
  method: "GET",
  path: "/conversations",
  aliases: ["/inbox"],
  tag: "Inbox",
  summary: "List conversations with people who wrote back",
  description: "The newest first; those that wait for us (`show=ours`) oldest first, as a queue does.",
  scope: "read",
  query: z.strictObject({
    show: z.enum(inboxShows).default("open").meta({ description: "`ours` are those that wait for us" }),
    intent: z.enum(intents).optional().meta({ description: "Only where somebody wants this" }),
    mailbox: id.optional(),
    contact: id.optional(),
    search: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: "Beginnings of words of subjects, names, addresses and mails" }),
    ...paging,
  }),
  answer: pageOf(conversation),
  example: { query: { show: "ours" } },
  run: async ({ scope, query: { cursor, ...filter } }) => {
    const { rows, next } = await listConversations(scope, { ...filter, after: cursor });
    return { data: rows.map(toldConversation), next };
  },
});

export const getThread = operation({
  id: "get_thread",
  method: "GET",
  path: "/conversations/{id}",
  tag: "Inbox",
  summary: "Read a conversation: its thread, the cart that it is about, and the person",
  scope: "read",
  params: byId,
  answer: thread,
  example: { params: { id: "conv_01kh3…" } },
  run: async ({ scope, params, now }) => toldThread(await readConversation(scope, params.id, now)),
});

export const closeConversation = operation({
  id: "set_conversation_status",
  method: "PATCH",
  path: "/conversations/{id}",
  tag: "Inbox",
  summary: "Close a conversation, or open it again",
  description: "While it is open the contact's sequences wait; when it is closed they go on.",
  scope: "send",
  params: byId,
  body: z.strictObject({ status: z.enum(conversationStatuses) }),
  answer: thread,
  example: { params: { id: "conv_01kh3…" }, body: { status: "closed" } },
  run: async ({ scope, actor, params, body: { status }, now, afterCommit }) => {
    const { changed, later } = await turnConversation(scope, { id: params.id, status }, now);
    if (changed) await recordAudit(scope, { actor, action: `conversation.${status}`, subjectId: params.id, now });
    afterCommit(() => announce(later));
    return toldThread(await readConversation(scope, params.id, now));
  },
});

export const readEmail = operation({
  id: "read_email",
  method: "GET",
  path: "/inbox/mails/{id}",
  tag: "Inbox",
  summary: "Read a mail that came in",
  scope: "read",
  params: byId,
  answer: inboundMail,
  example: { params: { id: "mail_01kh3…" } },
  run: async ({ scope, params }) => toldMail(await readInboundMail(scope, params.id)),
});

export const downloadAttachment = operation({
  id: "download_attachment",
  method: "GET",
  path: "/inbox/mails/{id}/attachments/{position}",
  tag: "Inbox",
  summary: "Read a file that came along with a mail",
  description:
    "A stranger's bytes: look at them apart from anything that could run. A refused file was not kept (409).",
  scope: "read",
  params: z.strictObject({
    id,
    position: z.coerce
      .number()
      .int()
      .min(0)
      .max(1_000)
      .meta({ description: "Its place among the mail's files, from 0" }),
  }),
  answer: z.strictObject({
    ...{ filename: z.string(), contentType: z.string(), byteCount: z.int() },
    content: z.string().meta({ description: "The file in base64" }),
  }),
  example: { params: { id: "mail_01kh3…", position: "0" } },
  run: async ({ scope, params }) => {
    const { filename, contentType, content } = await readInboundFile(scope, params.id, params.position);
    const bytes = Buffer.from(content);
    return { filename, contentType, byteCount: bytes.byteLength, content: bytes.toString("base64") };
  },
});
