import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { listLetters as listAll, readLetter } from "#db/letter-views.ts";
import { AppError } from "#domain/app-error.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { letterStates } from "#domain/letter.ts";
import { editLetter, tagLetter } from "#inngest/change-letter.ts";
import { announce } from "#inngest/events.ts";
import { letterDue } from "#inngest/write-letter.ts";
import { byId, pageOf, paging } from "../shapes.ts";
import { mostLetterBytes } from "./files.ts";
import { hourAhead, sendAt, wordFields, wordsIn } from "./send.ts";
import { by, headerText, letter, letterInFull, standing, tag, toldInFull, toldLetter, toldStanding } from "./shapes.ts";

export const listLetters = operation({
  id: "list_letters",
  method: "GET",
  path: "/letters",
  aliases: ["/emails"],
  tag: "Letters",
  summary: "List letters, newest first",
  scope: "read",
  query: z.strictObject({
    status: z.enum(letterStates).optional().meta({ description: "Only letters that stand like this" }),
    to: z.string().min(1).max(320).optional().meta({ description: "Only those to this address" }),
    tag: tag.optional(),
    search: z
      .string()
      .max(200)
      .optional()
      .meta({ description: "Beginnings of words of the subject or of addresses it is to" }),
    ...paging,
  }),
  answer: pageOf(letter),
  run: async ({ scope, query: { cursor, status, to, ...filter }, now }) => {
    const asked = { ...filter, state: status, to: to && (normalizeAddress(to) ?? to), after: cursor };
    const { rows, next } = await listAll(scope, asked, now);
    return { data: rows.map(toldLetter), next };
  },
});

export const getLetter = operation({
  id: "get_letter",
  method: "GET",
  path: "/letters/{id}",
  aliases: ["/emails/{id}"],
  tag: "Letters",
  summary: "Read a letter with its words, its reviews and what the provider reported",
  scope: "read",
  params: byId,
  answer: letterInFull,
  run: async ({ scope, params, now }) => toldInFull(await readLetter(scope, params.id, now)),
});

export const editScheduledEmail = operation({
  id: "edit_scheduled_email",
  method: "PATCH",
  path: "/letters/{id}",
  aliases: ["/emails/{id}"],
  tag: "Letters",
  summary: "Change the words or the hour of a letter that has not left",
  description: "Other words are judged anew, and an approval of the ones before does not count for them.",
  scope: "send",
  mostBytes: mostLetterBytes,
  params: byId,
  body: z.strictObject({
    subject: headerText(300).optional(),
    ...wordFields,
    send_at: sendAt.nullable().optional().meta({ description: "Null for as soon as it may" }),
  }),
  answer: standing,
  example: { params: { id: "ltr_01kh3…" }, body: { send_at: hourAhead } },
  run: async ({ scope, actor, params, body: { subject, send_at, ...said }, now, afterCommit }) => {
    const words = wordsIn(said);
    if (subject === undefined && !words && send_at === undefined)
      throw new AppError("invalid", "Say what to change: subject, words or send_at", "subject");
    const hour = typeof send_at === "string" ? new Date(send_at) : send_at;
    const change = { subject, ...(words ? { words } : {}), sendAt: hour };
    const edited = await editLetter(scope, { letterId: params.id, change }, by(actor), now);
    await recordAudit(scope, { actor, action: "letter.edited", subjectId: edited.id, now });
    afterCommit(() => announce(letterDue(scope.tenantId, edited)));
    return toldStanding(edited, now);
  },
});

const tagList = z.array(tag).max(20).default([]);

export const tagEmail = operation({
  id: "tag_email",
  method: "POST",
  path: "/letters/{id}/tags",
  aliases: ["/emails/{id}/tags"],
  tag: "Letters",
  summary: "Put tags on a letter, or take them off",
  scope: "send",
  params: byId,
  body: z.strictObject({ add: tagList, remove: tagList }),
  answer: z.strictObject({ id: z.string(), tags: z.array(z.string()) }),
  example: { params: { id: "ltr_01kh3…" }, body: { add: ["answered"] } },
  run: async ({ scope, actor, params, body, now }) => {
    const { id, tags } = await tagLetter(scope, { letterId: params.id, ...body }, by(actor), now);
    return { id, tags };
  },
});
