import { findContact } from "#db/contacts.ts";
import { contactOf } from "#db/decision-facts.ts";
import { newId } from "#db/ids.ts";
import type { NewMail } from "#db/inbound-mails.ts";
import { letterOfReport } from "#db/letters.ts";
import type { Arrival } from "#db/mail-arrivals.ts";
import { getMailbox, listMailboxes } from "#db/mailboxes.ts";
import { getMessage, type Message } from "#db/messages.ts";
import type { Scope } from "#db/scope.ts";
import { listSenders } from "#db/senders.ts";
import type { Verdict } from "#domain/inbound/authenticity.ts";
import { isAutomatic } from "#domain/inbound/automatic.ts";
import { intentOf } from "#domain/inbound/intent-of.ts";
import type { ReadMail } from "#domain/inbound/mail.ts";
import { isSentId, sentIdsIn, splitPlus } from "#domain/inbound/message-ids.ts";
import { saysOutOfOffice } from "#domain/inbound/out-of-office.ts";
import { splitQuoted } from "#domain/inbound/split-quoted.ts";
import { subjectKey } from "#domain/inbound/subject-key.ts";
import type { Intent } from "#domain/inbox.ts";
import { senderOf } from "./sender-of.ts";

/** A mail as it will be stored, with what it is about; `asksModel` where rules could not tell what its sender wants. */
export type Judged = { mail: NewMail; message: Message | null; keepsFiles: boolean; asksModel: boolean };

/** What a mail is stored from. */
export type Storing = Judged & { arrival: Arrival; read: ReadMail };

/** Looks at a mail over what is known: what of ours it answers, who wrote it, whether that is a person, and what they want. */
export async function judgeMail(scope: Scope, arrival: Arrival, read: ReadMail, verdict: Verdict): Promise<Judged> {
  const mailbox = await getMailbox(scope, arrival.mailboxId, "also_archived");
  const fromAddress = senderOf(read, arrival);
  const sent = await answered(scope, arrival, read, mailbox.address);
  const from = fromAddress ? await findContact(scope, fromAddress) : null;
  const shopper = sent.contactId ? await contactOf(scope, sent.contactId) : null;
  const contact = shopper && !shopper.erasedAt ? shopper : from;
  const { text, quoted } = splitQuoted(read.text);
  const own = [...(await listMailboxes(scope)), ...(await listSenders(scope))].map(({ address }) => address);
  const automatic = isAutomatic({
    ...{ headers: read.headers, envelopeFrom: arrival.envelopeFrom, fromAddress, subject: read.subject },
    ...{ isReport: read.failure !== null, ownAddresses: own },
  });
  const told = automatic ? null : intentOf({ subject: read.subject, text });
  const intent = automatic ? machineIntent(read) : (told?.intent ?? null);
  const mail: NewMail = {
    ...{ id: newId("inboundMail", arrival.receivedAt), mailboxId: mailbox.id, contactId: contact?.id ?? null },
    ...{ answersId: sent.id, messageIdHeader: read.messageId ?? `<${arrival.messageKey}@no-message-id.invalid>` },
    ...{ inReplyTo: read.inReplyTo, references: read.references, fromAddress, fromName: read.from?.name ?? null },
    ...{ toAddresses: read.to, subject: read.subject, subjectKey: subjectKey(read.subject), text, quoted },
    ...{ language: told?.language ?? contact?.language ?? null, intent, intentBy: intent ? "rules" : null },
    ...{ isAutomatic: automatic, marks: read.marks, source: arrival.source, ...verdict },
    ...{ sentAt: read.sentAt, receivedAt: arrival.receivedAt },
  };
  const asksModel = !automatic && told === null && text.trim() !== "";
  return { mail, message: sent.message, keepsFiles: mailbox.keepsFiles, asksModel };
}

function machineIntent(read: ReadMail): Intent | null {
  if (read.failure) return "bounce";
  const says = /auto-replied/i.test(read.headers["auto-submitted"] ?? "") || saysOutOfOffice(read.subject);
  return says || saysOutOfOffice(read.text) ? "out_of_office" : null;
}

type Sent = { id: string | null; message: Message | null; contactId: string | null };

/** What of ours a mail answers: by the address that it came to, which survives mailers; then by its headers, the nearest first. */
async function answered(scope: Scope, { plusTag }: Arrival, read: ReadMail, address: string): Promise<Sent> {
  const tags = [plusTag, ...read.to.map(splitPlus).map((to) => (to.address === address ? to.tag : null))];
  const inReplyTo = read.inReplyTo ? [read.inReplyTo] : [];
  const about = read.failure?.about ?? [];
  const ids = [
    ...tags.flatMap((tag) => tag ?? []),
    ...sentIdsIn([...inReplyTo, ...read.references.toReversed(), ...about]),
    ...about,
  ].filter(isSentId);
  for (const id of new Set(ids)) {
    const message = id.startsWith("msg_") ? await getMessage(scope, id) : null;
    if (message) return { id, message, contactId: message.contactId };
    if (id.startsWith("ltr_") && (await letterOfReport(scope, [id]))) return { id, message: null, contactId: null };
  }
  return { id: null, message: null, contactId: null };
}
