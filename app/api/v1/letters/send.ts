import { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import { type OperationInput, operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { AppError } from "#domain/app-error.ts";
import { type LetterBody, mostDaysAhead } from "#domain/letter.ts";
import { activeMarkup } from "#domain/letter-markup.ts";
import { announce } from "#inngest/events.ts";
import { type LetterGiven, type LetterMaker, letterDue, writeLetter } from "#inngest/write-letter.ts";
import { plainText } from "../../drafts/plain-text.ts";

import { attachments, filesOf, mostLetterBytes } from "./files.ts";
import { addressesOf, headerText, recipients, standing, tag, toldStanding } from "./shapes.ts";

const longest = 500_000;
const words = z
  .string()
  .min(1)
  .max(longest)
  .transform((text) => text.replaceAll("\u0000", "").toWellFormed());

/** The words in one of their forms, as an edit takes them too. */
export const wordFields = {
  text_body: words.optional().meta({ description: "Plain text" }),
  html_body: words.optional().meta({ description: "HTML without scripts, forms or frames; sent as given" }),
  markdown: words.optional().meta({ description: "Markdown; markup in it is shown as it stands" }),
  body: words.optional().meta({ description: "The same as `text_body`" }),
};

export const sendAt = z.iso.datetime({ offset: true }).meta({
  description: `When it shall leave, with its zone, ${mostDaysAhead} days ahead at most: \`2026-03-04T09:00:00Z\``,
});

const fields = {
  from: headerText(320).optional().meta({ description: "One of the tenant's addresses, bare or `Name <address>`" }),
  mailbox: headerText(320).optional().meta({ description: "The same, also by a mailbox's id" }),
  to: recipients,
  cc: recipients.optional(),
  bcc: recipients.optional(),
  reply_to: headerText(320).optional(),
  subject: headerText(300),
  ...wordFields,
  attachments: attachments.optional(),
  idempotency_key: plainText(200).optional().meta({ description: "The same letter under it is made once" }),
  tags: z.array(tag).max(20).optional(),
};

const unscheduled = z.strictObject({ ...fields, send_at: sendAt.optional() });
const scheduled = z.strictObject({ ...fields, send_at: sendAt });
const place = z.strictObject({
  id: z.string().min(1).max(320).optional().meta({ description: "The mailbox's id or address" }),
});

type Sending = z.infer<typeof unscheduled>;
type Input = OperationInput<z.infer<typeof place>, unknown, Sending>;

const description =
  "Whether it leaves at once, waits for its hour or for a person follows from the tenant's oversight. A test key's letters stay in the outbox.";
const example = {
  body: { from: "hello@shop.example", to: "ada@example.com", subject: "Your basket", text_body: "Hello Ada, …" },
};

export const sendEmail = operation({
  id: "send_email",
  method: "POST",
  path: "/send",
  aliases: ["/emails/send", "/mailboxes/{id}/send"],
  tag: "Letters",
  summary: "Send a mail that is written by itself",
  description,
  scope: "send",
  status: 202,
  mostBytes: mostLetterBytes,
  params: place,
  body: unscheduled,
  answer: standing,
  example,
  hints: { reachesOut: true },
  run: send,
});

/** An hour to show that can be asked for as it stands. */
export const hourAhead = `${new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10)}T09:00:00Z`;

export const scheduleEmail = operation({
  id: "schedule_email",
  method: "POST",
  path: "/emails/schedule",
  tag: "Letters",
  summary: "Send a mail at an hour to come",
  description,
  scope: "send",
  status: 202,
  mostBytes: mostLetterBytes,
  params: place,
  body: scheduled,
  answer: standing,
  example: { body: { ...example.body, send_at: hourAhead } },
  hints: { reachesOut: true },
  run: send,
});

async function send({ scope, actor, params, body, now, afterCommit }: Input) {
  const given = givenBy(params.id, body);
  const once = body.idempotency_key ?? null;
  const letter = await writeLetter(scope, { given, maker: makerOf(actor), once }, now);
  if (letter.createdAt.getTime() === now.getTime())
    await recordAudit(scope, { actor, action: "letter.written", subjectId: letter.id, now });
  afterCommit(() => announce(letterDue(scope.tenantId, letter)));
  return toldStanding(letter, now);
}

export function makerOf(actor: Actor): LetterMaker {
  return actor.kind === "key" ? { kind: "key", id: actor.id, mode: actor.mode } : { kind: "member", id: actor.id };
}

function givenBy(mailbox: string | undefined, body: Sending): LetterGiven {
  const said = wordsIn(body);
  if (!said) throw new AppError("invalid", "A letter needs words: text_body, html_body or markdown", "text_body");
  const [replyTo = null] = addressesOf(body.reply_to);
  if (body.reply_to && !replyTo) throw new AppError("invalid", "This is no mail address", "reply_to");
  return {
    from: body.from ?? body.mailbox ?? mailbox ?? null,
    ...{ to: addressesOf(body.to), cc: addressesOf(body.cc), bcc: addressesOf(body.bcc), replyTo },
    ...{ subject: body.subject, words: said, files: filesOf(body.attachments ?? []), tags: body.tags ?? [] },
    sendAt: body.send_at ? new Date(body.send_at) : null,
  };
}

type Said = Partial<Record<keyof typeof wordFields, string>>;

/** The one form in which words were given; null when none was. */
export function wordsIn(said: Said): LetterBody | null {
  const forms: [keyof Said, LetterBody["format"]][] = [
    ["html_body", "html"],
    ["markdown", "markdown"],
    ["text_body", "text"],
    ["body", "text"],
  ];
  const given = forms.filter(([field]) => said[field] !== undefined);
  const [first, second] = given;
  if (second) throw new AppError("invalid", "Give the words in one form only", second[0]);
  if (!first) return null;
  const [field, format] = first;
  const body = said[field] ?? "";
  const refused = format === "html" ? activeMarkup(body) : null;
  if (refused) throw new AppError("invalid", `Mail may not hold ${refused}`, field);
  if (body.trim() === "") throw new AppError("invalid", "These words are empty", field);
  return { format, body };
}
