import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { listApiMessages } from "#db/api-message-views.ts";
import { pageOf, paging } from "../shapes.ts";
import { message } from "./shapes.ts";

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
