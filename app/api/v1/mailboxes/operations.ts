import { z } from "zod";
import { type OperationInput, operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import {
  archiveMailbox,
  changeMailbox,
  listMailboxes as list,
  type MailboxChange,
  mailboxRow,
  createMailbox as open,
} from "#db/mailboxes.ts";
import { byId, id } from "../shapes.ts";
import { address, mailbox, mailboxName, signature } from "./shapes.ts";

const tag = "Mailboxes";
const example = { params: { id: "mbx_01kh3…" } };

export const listMailboxes = operation({
  id: "list_mailboxes",
  method: "GET",
  path: "/mailboxes",
  tag,
  summary: "List the addresses at which shops are written to",
  scope: "read",
  answer: z.strictObject({ data: z.array(mailbox) }),
  run: async ({ scope }) => ({ data: (await list(scope)).map(mailboxRow) }),
});

export const createMailbox = operation({
  id: "create_mailbox",
  method: "POST",
  path: "/mailboxes",
  tag,
  summary: "Open a mailbox",
  description:
    "Mail to the address is read here once it comes in by Resend, by SMTP or as a file. An address belongs to one tenant.",
  scope: "admin",
  status: 201,
  body: z.strictObject({
    ...{ address, name: mailboxName, signature: signature.optional(), shopId: id.nullable().optional() },
  }),
  answer: mailbox,
  example: { body: { address: "hello@nordhem.example", name: "Nordhem" } },
  run: async ({ scope, actor, body, now }) => {
    const made = await open(scope, body, now);
    const change = { name: made.name };
    await recordAudit(scope, { actor, action: "mailbox.created", subjectId: made.id, change, now });
    return mailboxRow(made);
  },
});

export const updateMailbox = operation({
  id: "update_mailbox",
  method: "PATCH",
  path: "/mailboxes/{id}",
  tag,
  summary: "Change a mailbox's name or signature",
  scope: "admin",
  params: byId,
  body: z.strictObject({ name: mailboxName.optional(), signature: signature.optional() }),
  answer: mailbox,
  example: { ...example, body: { signature: "Ida from Nordhem" } },
  // What is written there is the tenant's own words: which were changed is told, not what they say.
  run: (input) => change(input, { changed: Object.keys(input.body) }),
});

export const configureMailbox = operation({
  id: "configure_mailbox",
  method: "PUT",
  path: "/mailboxes/{id}/configuration",
  tag,
  summary: "Say whose mails are answered at a mailbox, and what is done with them",
  scope: "admin",
  params: byId,
  body: z.strictObject({
    shopId: id.nullable().optional(),
    proposesAnswers: z.boolean().optional(),
    keepsFiles: z.boolean().optional(),
  }),
  answer: mailbox,
  example: { ...example, body: { proposesAnswers: false } },
  run: (input) => change(input, input.body),
});

export const deleteMailbox = operation({
  id: "delete_mailbox",
  method: "DELETE",
  path: "/mailboxes/{id}",
  tag,
  summary: "Close a mailbox",
  description: "Nothing comes in any more. What came stays, and the address stays this tenant's, to be opened again.",
  scope: "admin",
  params: byId,
  answer: mailbox,
  example,
  run: async ({ scope, actor, params, now }) => {
    const closed = await archiveMailbox(scope, params.id, now);
    await recordAudit(scope, { actor, action: "mailbox.deleted", subjectId: params.id, now });
    return mailboxRow(closed);
  },
});

type Changing = OperationInput<{ id: string }, unknown, MailboxChange>;

async function change({ scope, actor, params, body, now }: Changing, told: Record<string, unknown>) {
  const changed = await changeMailbox(scope, params.id, body);
  await recordAudit(scope, { actor, action: "mailbox.changed", subjectId: params.id, change: told, now });
  return mailboxRow(changed);
}
