import { findProposal, isAnswered, loadAsked, newestMail, saveProposal, stopProposed } from "../answers.ts";
import { recordAnswered, setConversationStatus } from "../conversations.ts";
import { eraseAnswers } from "../erase-answers.ts";
import { firstMailSince, readInboundFile, readInboundMail } from "../inbound-mail-views.ts";
import { countInbox, listConversations, listMailboxNames, readInboxHint } from "../inbox-views.ts";
import { answerProposals } from "../schema/answers.ts";
import { conversations, inboundFiles, inboundMails, mailboxes } from "../schema/inbox.ts";
import { letters } from "../schema/letters.ts";
import type { Scope } from "../scope.ts";
import { readConversation } from "../thread-views.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

type Key = Pick<Owned, "key">;
const mailOf = ({ key }: Key) => `mail_asked_${key}`;
const secondMailOf = ({ key }: Key) => `mail_second_${key}`;
const conversationOf = ({ key }: Key) => `conv_asked_${key}`;
const proposedOf = ({ key }: Key) => `ltr_proposed_${key}`;

type Asker = Pick<Owned, "key" | "contact" | "cart">;

/** Somebody who wrote twice, with a file; the answer that was proposed to it, and one by hand to the second. */
export async function tellAnswers(scope: Scope, asker: Asker, at: Date): Promise<void> {
  await tellAsked(scope, asker, at);
  await tellProposed(scope, asker, at);
}

async function tellAsked({ tenantId, db }: Scope, { key, contact, cart }: Asker, at: Date): Promise<void> {
  const [mailboxId, conversationId] = [`mbx_asked_${key}`, conversationOf({ key })];
  const row = { address: `asked@${key}.example`, name: `Desk of ${key}`, createdAt: at };
  await db.insert(mailboxes).values({ tenantId, id: mailboxId, ...row });
  await db.insert(conversations).values({
    ...{ tenantId, id: conversationId, mailboxId, contactId: contact, cartId: cart, subject: `Asked ${key}` },
    ...{ subjectKey: `asked ${key}`, status: "open", waitsFor: "us", lastAt: at, createdAt: at, pausesSince: at },
  });
  const mail = {
    ...{ tenantId, mailboxId, conversationId, contactId: contact, fromAddress: `asker@${key}.example` },
    ...{ subject: `Asked ${key}`, text: `A question to ${key}`, isAutomatic: false, source: "smtp" as const },
    receivedAt: at,
  };
  await db.insert(inboundMails).values([
    { ...mail, id: mailOf({ key }), messageIdHeader: `<1@${key}>` },
    { ...mail, id: secondMailOf({ key }), messageIdHeader: `<2@${key}>` },
  ]);
  const content = Buffer.from(`attached by ${key}`);
  const file = { name: `asked-${key}.txt`, contentType: "text/plain", claimedType: "text/plain" };
  const stored = { mailId: mailOf({ key }), position: 0, ...file, byteCount: content.byteLength, content };
  await db.insert(inboundFiles).values({ tenantId, ...stored });
}

async function tellProposed({ tenantId, db }: Scope, { key }: Asker, at: Date): Promise<void> {
  const conversationId = conversationOf({ key });
  const letter = {
    ...{
      tenantId,
      conversationId,
      fromAddress: `desk@${key}.example`,
      toAddresses: [`asker@${key}.example`],
      html: "",
    },
    ...{
      subject: `Re: Asked ${key}`,
      text: `Proposed by ${key}`,
      headers: {},
      wordsHash: `answer ${key}`,
      test: false,
    },
    ...{ mode: "gated" as const, dueAt: at, createdAt: at },
  };
  const byWriter = { madeByKind: "writer" as const, madeById: "writer", status: "pending_approval" as const };
  const byHand = { madeByKind: "key" as const, madeById: key, status: "queued" as const };
  await db.insert(letters).values([
    { ...letter, ...byWriter, id: proposedOf({ key }), inReplyTo: mailOf({ key }) },
    { ...letter, ...byHand, id: `ltr_byhand_${key}`, inReplyTo: secondMailOf({ key }) },
  ]);
  const nobody = { writer: null, model: null, promptVersion: null, fallbackReason: null };
  const tries = [{ paragraphs: [`Try of ${key}`], findings: [], ...nobody }];
  const came = { mailId: mailOf({ key }), conversationId, outcome: "proposed" as const, letterId: proposedOf({ key }) };
  await db.insert(answerProposals).values({ tenantId, ...came, tries, at });
}

export const answerReads: Record<string, Call> = {
  countInbox,
  findProposal: (b, a) => findProposal(b, mailOf(a)),
  firstMailSince: (b) => firstMailSince(b, { since: new Date(0) }),
  isAnswered: (b, a) => isAnswered(b, secondMailOf(a)),
  listConversations: (b) => listConversations(b, { show: "all" }),
  listMailboxNames,
  loadAsked: (b, a) => loadAsked(b, mailOf(a)),
  newestMail: (b, a) => newestMail(b, conversationOf(a)),
  readConversation: (b, a, now) => readConversation(b, conversationOf(a), now),
  readInboundFile: async (b, a) => {
    const file = await readInboundFile(b, mailOf(a), 0);
    return { ...file, content: Buffer.from(file.content).toString() };
  },
  readInboundMail: (b, a) => readInboundMail(b, mailOf(a)),
  readInboxHint,
};

export const answerWrites: Record<string, Call> = {
  eraseAnswers: (b, a) => eraseAnswers(b, [proposedOf(a)]),
  recordAnswered: (b, a, now) => recordAnswered(b, { conversationId: conversationOf(a), mailId: secondMailOf(a) }, now),
  saveProposal: async (b, a, now) => {
    const said = { mailId: secondMailOf(a), conversationId: conversationOf(a), outcome: "answered" as const, at: now };
    return saveProposal(b, said);
  },
  setConversationStatus: (b, a, now) => setConversationStatus(b, conversationOf(a), "closed", now),
  stopProposed: (b, a) => stopProposed(b, conversationOf(a), "newer_mail"),
};
