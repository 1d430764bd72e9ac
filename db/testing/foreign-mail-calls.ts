import { sql } from "drizzle-orm";
import { eraseInbox } from "../erase-inbox.ts";
import { freeWaiting } from "../freed.ts";
import {
  conversationsOf,
  findMail,
  mergeConversations,
  type NewMail,
  saveMail,
  storedMail,
  threadOf,
} from "../inbound-mails.ts";
import { beginConversation, lockConversation, saveConversation } from "../inbox.ts";
import { listRefusedMail, putOffArrival, saveArrival, settleArrival, takeArrival } from "../mail-arrivals.ts";
import { archiveMailbox, changeMailbox, createMailbox, getMailbox, listMailboxes, mailboxFor } from "../mailboxes.ts";
import { holdBack, letGo } from "../reply-holds.ts";
import { conversations, inboundMails, mailArrivals } from "../schema/inbox.ts";
import { domainChecks, senderDomains } from "../schema/sender-domains.ts";
import type { Scope } from "../scope.ts";
import {
  getUsedDomain,
  listDomains,
  listLapsedDomains,
  listUsedDomains,
  saveDomainCheck,
  saveSelectors,
} from "../sender-domains.ts";
import { letterOf } from "./foreign-letter-calls.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

type Key = Pick<Owned, "key">;
const mailboxOf = ({ key }: Key) => `mbx_asked_${key}`;
const conversationOf = ({ key }: Key) => `conv_asked_${key}`;
const otherOf = ({ key }: Key) => `conv_other_${key}`;
const mailOf = ({ key }: Key) => `mail_asked_${key}`;
const domainOf = ({ key }: Key) => `${key}.example`;
const waitingOf = ({ key }: Key) => `arr_waiting_${key}`;

/** Mail that is not read yet, one that nobody could read, and a second conversation of the same person. */
export async function tellMail(scope: Scope, { key }: Key, at: Date): Promise<void> {
  const { tenantId, db } = scope;
  const came = { tenantId, mailboxId: mailboxOf({ key }), source: "smtp" as const, receivedAt: at, nextTryAt: at };
  const content = Buffer.from(`From: asker@${key}.example`);
  const raw = { content, byteCount: content.byteLength, envelopeFrom: `asker@${key}.example` };
  const refused = { refusedBecause: "unreadable" as const, settledAt: at };
  await db.insert(mailArrivals).values([
    { ...came, ...raw, id: waitingOf({ key }), messageKey: `waiting ${key}` },
    { ...came, ...raw, ...refused, id: `arr_refused_${key}`, messageKey: `refused ${key}` },
  ]);
  const domain = domainOf({ key });
  const standings = ["fine", "lacking"] as const;
  for (const [day, standing] of standings.entries())
    await db.insert(domainChecks).values({
      ...{ tenantId, id: `dck_${standing}_${key}`, domain, standing, report: { parts: [] } },
      checkedAt: new Date(at.getTime() - (2 - day) * 86_400_000),
    });
  await db.insert(senderDomains).values({ tenantId, domain, selectors: [key], changedAt: at });
  const other = { withAddress: `asker@${key}.example`, subject: `Other ${key}`, subjectKey: `other ${key}` };
  await db.insert(conversations).values({
    ...{ tenantId, id: otherOf({ key }), mailboxId: mailboxOf({ key }), ...other },
    ...{ status: "closed", waitsFor: "nobody", lastAt: at, createdAt: at },
  });
  const mail = { ...asked({ key }, `mail_other_${key}`), messageIdHeader: `<3@${key}>`, receivedAt: at };
  const first = { answersId: null, inReplyTo: null, subject: `Other ${key}`, subjectKey: `other ${key}` };
  await db.insert(inboundMails).values({ ...mail, ...first, tenantId, conversationId: otherOf({ key }) });
}

const asked = (a: Key, id = "mail_new"): NewMail => ({
  ...{ id, mailboxId: mailboxOf(a), messageIdHeader: `<1@${a.key}>`, fromAddress: `asker@${a.key}.example` },
  ...{ answersId: letterOf(a), inReplyTo: `<2@${a.key}>`, references: [], toAddresses: [], subject: "Theirs" },
  ...{ subjectKey: "theirs", text: "Theirs", quoted: "", isAutomatic: false, marks: [], source: "smtp" as const },
  receivedAt: new Date("2026-03-04T00:00:00Z"),
});
const facts = (now: Date) => ({
  ...{ subject: "Taken", subjectKey: "taken", withName: null, contactId: null, messageId: null, cartId: null },
  ...{ enrollmentId: null, intent: null, createdAt: now, lastAt: now, pausesSince: null, closedAt: now },
  ...{ status: "closed" as const, waitsFor: "nobody" as const },
});
const came = { messageId: "<x@y>", fromAddress: null, plusTag: null, envelopeFrom: null, source: "smtp" as const };
const later = (now: Date) => new Date(now.getTime() + 60_000);

export const mailReads: Record<string, Call> = {
  conversationsOf: (b, a) => conversationsOf(b, { ...asked(a), subjectKey: `other ${a.key}` }),
  findMail: (b, a) => findMail(b, mailOf(a)),
  getUsedDomain: (b, a) => getUsedDomain(b, domainOf(a)),
  getMailbox: (b, a) => getMailbox(b, mailboxOf(a)),
  listDomains,
  listLapsedDomains,
  listMailboxes,
  listUsedDomains,
  listRefusedMail: (b) => listRefusedMail(b, 10),
  lockConversation: (b, a) => lockConversation(b, conversationOf(a)),
  mailboxFor: (b, a) => mailboxFor(b, a.shop),
  storedMail: (b, a) => storedMail(b, asked(a)),
  threadOf: (b, a) => threadOf(b, conversationOf(a)),
};

export const mailWrites: Record<string, Call> = {
  archiveMailbox: (b, a, now) => archiveMailbox(b, mailboxOf(a), now),
  beginConversation: (b, a, now) => beginConversation(b, { mailboxId: mailboxOf(a), withAddress: null }, now),
  changeMailbox: (b, a) => changeMailbox(b, mailboxOf(a), { name: "Taken" }),
  createMailbox: (b, _, now) => createMailbox(b, { address: "theirs@boxes.example", name: "Theirs" }, now),
  eraseInbox: (b, a, now) => eraseInbox(b, `asker@${a.key}.example`, now),
  holdBack: (b, a, now) => holdBack(b, a.contact, later(now), now),
  freeWaiting: async (b, a, now) => {
    await holdBack(b, a.contact, now, now);
    return freeWaiting(b, "replied", sql`e.contact_id = ${a.contact}`, now);
  },
  letGo: async (b, a, now) => {
    await holdBack(b, a.contact, later(now), now);
    return letGo(b, a.contact, now);
  },
  mergeConversations: (b, a) => mergeConversations(b, conversationOf(a), [otherOf(a)]),
  putOffArrival: (b, a, now) => putOffArrival(b, waitingOf(a), later(now)),
  saveArrival: (b, a, now) => saveArrival(b, mailboxOf(a), { ...came, content: Buffer.from("theirs") }, now),
  saveDomainCheck: (b, a, now) =>
    saveDomainCheck(b, { domain: domainOf(a), standing: "lacking", report: { parts: [] } }, now),
  saveSelectors: (b, a, now) => saveSelectors(b, domainOf(a), ["theirs"], now),
  saveConversation: (b, a, now) => saveConversation(b, conversationOf(a), facts(now)),
  saveMail: (b, a) => saveMail(b, conversationOf(a), { ...asked(a), messageIdHeader: "<new@theirs>" }, []),
  settleArrival: (b, a, now) => settleArrival(b, waitingOf(a), { refusedBecause: "gone" }, now),
  takeArrival: (b, a, now) => takeArrival(b, waitingOf(a), later(now), now),
};
