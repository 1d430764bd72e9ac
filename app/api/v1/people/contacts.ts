import { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { setTag } from "#db/contact-tags.ts";
import { type ApiContact, listApiContacts, readApiContact } from "#db/contact-views.ts";
import { latestConsent, nobody, recordConsent as recordFact, saveContact } from "#db/contacts.ts";
import { closeEnrollmentsOf } from "#db/enrollments.ts";
import { erasePerson } from "#db/erasure.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { suppressionReasons } from "#domain/message.ts";
import { announce, closures } from "#inngest/events.ts";
import { plainText } from "../../drafts/plain-text.ts";
import { byId, id, instant, pageOf, paging } from "../shapes.ts";

const consents = z.enum(["granted", "withdrawn"]);

const contact = z
  .strictObject({
    ...{ id, address: z.string(), firstName: z.string().nullable(), lastName: z.string().nullable() },
    ...{ phone: z.string().nullable(), language: z.string().nullable(), country: z.string().nullable() },
    timeZone: z.string().nullable(),
    tags: z.array(z.string()).meta({ description: "Ours" }),
    shopTags: z.array(z.string()).meta({ description: "The shop's" }),
    consent: consents.nullable().meta({ description: "What they said last; null when they never said anything" }),
    suppression: z.enum(suppressionReasons).nullable().meta({ description: "Why they must not be written to" }),
    createdAt: instant,
  })
  .meta({ id: "Contact", description: "A person who may be mailed" });

const told = (row: ApiContact): z.infer<typeof contact> => row;

export const searchContacts = operation({
  id: "search_contacts",
  method: "GET",
  path: "/contacts",
  tag: "Contacts",
  summary: "List contacts, newest first, by address, name or tag",
  scope: "read",
  query: z.strictObject({
    search: z.string().min(1).max(200).optional().meta({ description: "Beginnings of words of name or address" }),
    tag: z.string().min(1).max(100).optional().meta({ description: "Only contacts with this tag" }),
    ...paging,
  }),
  answer: pageOf(contact),
  example: { query: { search: "ada@" } },
  run: async ({ scope, query }) => {
    const { data, next } = await listApiContacts(scope, query);
    return { data: data.map(told), next };
  },
});

export const getContact = operation({
  id: "get_contact",
  method: "GET",
  path: "/contacts/{id}",
  tag: "Contacts",
  summary: "Read a contact",
  scope: "read",
  params: byId,
  answer: contact,
  run: async ({ scope, params }) => told(await readApiContact(scope, params.id)),
});

const said = plainText(100).optional();
const tagName = plainText(60).pipe(z.string().min(1));
const tagNames = z.array(tagName).max(20);

export const addContact = operation({
  id: "add_contact",
  method: "POST",
  path: "/contacts",
  tag: "Contacts",
  summary: "Add a contact, or change the one of this address",
  description: "What is left out stays as it was. A program cannot give a consent that the person took back.",
  scope: "send",
  body: z.strictObject({
    email: z.string().max(320),
    ...{ firstName: said, lastName: said, phone: said, language: said, country: said, timeZone: said },
    tags: tagNames.optional(),
    consent: z.strictObject({ state: consents, source: plainText(200).pipe(z.string().min(1)) }).optional(),
  }),
  answer: contact,
  example: { body: { email: "ada@example.com", firstName: "Ada", tags: ["wholesale"] } },
  run: async ({ scope, actor, body, now, afterCommit }) => {
    const { email, tags = [], consent, ...fields } = body;
    if (!normalizeAddress(email)) throw new AppError("invalid", "This is no mail address", "email");
    const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
    const source = { shopId: "api", sourceUpdatedAt: now, consentSource: "api" };
    const { contactId } = await saveContact(scope, { ...nobody, ...named, email }, source, now);
    if (!contactId) throw new AppError("invalid", "This is no mail address", "email");
    for (const tag of tags) await setTag(scope, contactId, { tag, act: "add" });
    const closed = consent ? await keepConsent(scope, { contactId, actor, ...consent }, now) : [];
    await recordAudit(scope, { actor, action: "contact.saved", subjectId: contactId, now });
    afterCommit(() => announce(closures(scope.tenantId, closed)));
    return told(await readApiContact(scope, contactId));
  },
});

export const tagContact = operation({
  id: "tag_contact",
  method: "POST",
  path: "/contacts/{id}/tags",
  tag: "Contacts",
  summary: "Put tags on a contact, or take ours off",
  scope: "send",
  params: byId,
  body: z.strictObject({ add: tagNames.default([]), remove: tagNames.default([]) }),
  answer: contact,
  example: { params: { id: "con_01kh3…" }, body: { add: ["wholesale"] } },
  run: async ({ scope, params, body }) => {
    await readApiContact(scope, params.id);
    for (const tag of body.add) await setTag(scope, params.id, { tag, act: "add" });
    for (const tag of body.remove) await setTag(scope, params.id, { tag, act: "remove" });
    return told(await readApiContact(scope, params.id));
  },
});

export const recordConsent = operation({
  id: "record_consent",
  method: "POST",
  path: "/contacts/{id}/consent",
  tag: "Contacts",
  summary: "Record what a contact said about being written to",
  description: "A program cannot give a consent that the person took back.",
  scope: "send",
  params: byId,
  body: z.strictObject({
    state: consents,
    source: plainText(200).pipe(z.string().min(1, "Say where they said it")),
  }),
  answer: contact,
  example: { params: { id: "con_01kh3…" }, body: { state: "granted", source: "Form at the fair" } },
  run: async ({ scope, actor, params, body, now, afterCommit }) => {
    await readApiContact(scope, params.id);
    const closed = await keepConsent(scope, { contactId: params.id, actor, ...body }, now);
    await recordAudit(scope, {
      ...{ actor, action: `consent.${body.state}`, subjectId: params.id, now },
    });
    afterCommit(() => announce(closures(scope.tenantId, closed)));
    return told(await readApiContact(scope, params.id));
  },
});

type Consent = { contactId: string; actor: Actor; state: "granted" | "withdrawn"; source: string };

/** Appends what was said; who took their consent back is written to no more. Returns the enrollments that this ends. */
async function keepConsent(scope: Scope, { contactId, actor, state, source }: Consent, now: Date): Promise<string[]> {
  const before = await latestConsent(scope, contactId);
  if (state === "granted" && before === "withdrawn" && actor.kind === "key")
    throw new AppError(
      "forbidden",
      "This person took their consent back: a program cannot give it for them",
      "consent",
    );
  await recordFact(scope, contactId, { state, source: `${source} (${actor.kind} ${actor.id})`, at: now });
  return state === "withdrawn" ? closeEnrollmentsOf(scope, contactId, "no_consent", now) : [];
}

export const deleteContact = operation({
  id: "delete_contact",
  method: "DELETE",
  path: "/contacts/{id}",
  tag: "Contacts",
  summary: "Erase a person",
  description: "All that names them is erased for good, and the address stays suppressed by its hash.",
  scope: "admin",
  status: 204,
  params: byId,
  run: async ({ scope, actor, params, now, afterCommit }) => {
    const { address } = await readApiContact(scope, params.id);
    const closed = await erasePerson(scope, address, now);
    await recordAudit(scope, { actor, action: "contact.erased", subjectId: params.id, now });
    afterCommit(() => announce(closures(scope.tenantId, closed)));
  },
});
