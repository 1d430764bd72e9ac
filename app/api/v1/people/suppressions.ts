import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { findContact } from "#db/contacts.ts";
import { closeEnrollmentsOf } from "#db/enrollments.ts";
import { listSuppressions as list, removeSuppression as remove, suppress, suppressionOf } from "#db/suppressions.ts";
import { AppError } from "#domain/app-error.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { suppressionReasons } from "#domain/message.ts";
import { announce, closures } from "#inngest/events.ts";
import { id, instant, pageOf, paging } from "../shapes.ts";

const address = z.string().min(1).max(320).meta({ description: "A mail address" });
const standing = z
  .strictObject({
    address: z.string(),
    suppressed: z.boolean(),
    reason: z.enum(suppressionReasons).nullable(),
  })
  .meta({ id: "Suppression", description: "Whether an address must not be written to, and why" });

function read(text: string): string {
  const known = normalizeAddress(text);
  if (!known) throw new AppError("invalid", "This is no mail address", "address");
  return known;
}

export const checkSuppression = operation({
  id: "check_suppression",
  method: "GET",
  path: "/suppressions",
  tag: "Contacts",
  summary: "Ask whether an address may be written to",
  scope: "read",
  query: z.strictObject({ address }),
  answer: standing,
  example: { query: { address: "ada@example.com" } },
  run: async ({ scope, query }) => {
    const known = read(query.address);
    const reason = await suppressionOf(scope, known);
    return { address: known, suppressed: reason !== null, reason };
  },
});

const suppressed = z
  .strictObject({
    address: z.string(),
    reason: z.enum(suppressionReasons),
    messageId: id.nullable().meta({ description: "The message by which it came to it" }),
    at: instant,
  })
  .meta({ id: "SuppressedAddress" });

export const listSuppressions = operation({
  id: "list_suppressions",
  method: "GET",
  path: "/suppressions/all",
  tag: "Contacts",
  summary: "List the addresses that must not be written to",
  description: "In no order of time, so that a list of any length is read to its end. Who was erased is not named.",
  scope: "read",
  query: z.strictObject({
    reason: z.enum(suppressionReasons).optional().meta({ description: "Only those suppressed for this" }),
    ...paging,
  }),
  answer: pageOf(suppressed),
  example: { query: { reason: "bounced" } },
  run: async ({ scope, query: { cursor, ...filter } }) => {
    const { rows: data, next } = await list(scope, { ...filter, after: cursor });
    return { data, next };
  },
});

export const addSuppression = operation({
  id: "add_suppression",
  method: "POST",
  path: "/suppressions",
  tag: "Contacts",
  summary: "Write to an address no more",
  scope: "send",
  body: z.strictObject({ address }),
  answer: standing,
  example: { body: { address: "ada@example.com" } },
  run: async ({ scope, actor, body, now, afterCommit }) => {
    const known = read(body.address);
    await suppress(scope, { address: known, reason: "manual", messageId: null }, now);
    const contact = await findContact(scope, known);
    const closed = contact ? await closeEnrollmentsOf(scope, contact.id, "suppressed", now) : [];
    await recordAudit(scope, { actor, action: "suppression.added", subjectId: contact?.id, now });
    afterCommit(() => announce(closures(scope.tenantId, closed)));
    return { address: known, suppressed: true, reason: await suppressionOf(scope, known) };
  },
});

export const removeSuppression = operation({
  id: "remove_suppression",
  method: "DELETE",
  path: "/suppressions/{address}",
  tag: "Contacts",
  summary: "Let an address be written to again",
  description: "Whoever complained or was erased stays suppressed.",
  scope: "admin",
  loosens: "let a suppressed address be written to again",
  params: z.strictObject({ address }),
  answer: standing,
  run: async ({ scope, actor, params, now }) => {
    const known = normalizeAddress(params.address);
    const reason = known && (await suppressionOf(scope, known));
    if (!known || !reason) throw new AppError("not_found", "This address is not suppressed");
    if (reason === "complained" || reason === "erased")
      throw new AppError("conflict", `Whoever ${reason === "erased" ? "was erased" : "complained"} stays suppressed`);
    await remove(scope, known);
    const contact = await findContact(scope, known);
    await recordAudit(scope, {
      ...{ actor, action: "suppression.removed", subjectId: contact?.id, change: { reason }, now },
    });
    return { address: known, suppressed: false, reason: null };
  },
});
