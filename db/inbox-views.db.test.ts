import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import type { InboxFilter } from "#domain/inbox-rows.ts";
import { saveProposal } from "./answers.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { recordAnswered, setConversationStatus } from "./conversations.ts";
import { newId } from "./ids.ts";
import { firstMailSince, readInboundFile, readInboundMail } from "./inbound-mail-views.ts";
import { countInbox, listConversations, readInboxHint } from "./inbox-views.ts";
import { conversations } from "./schema/inbox.ts";
import { letters } from "./schema/letters.ts";
import { type Scope, withScope } from "./scope.ts";
import { createTenant } from "./tenants.ts";
import { type MailTold, tellConversation, tellFiles, tellMail, tellMailbox } from "./testing/mails.ts";
import { readConversation } from "./thread-views.ts";

let database: TestDatabase;
let tenantId: string;
let mailboxId: string;
const start = new Date("2026-03-02T09:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  tenantId = newId("tenant", start);
  await inTenant(async (scope) => {
    const given = { name: "Lamps", currency: "EUR", language: "en", timeZone: "Europe/Oslo", now: start };
    await createTenant(scope, given);
    mailboxId = (await tellMailbox(scope, start)).id;
  });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenantId, work);
const asked = { from: "ada@example.com", text: "How much is delivery?", intent: "question" as const };
const converse = (change: Partial<MailTold> = {}, minutes = 0) =>
  inTenant((scope) => tellConversation(scope, { ...asked, ...change }, { mailboxId }, later(minutes)));
const found = async (filter: Partial<InboxFilter> = {}) =>
  (await inTenant((scope) => listConversations(scope, { show: "all", ...filter }))).rows.map(({ id }) => id);

async function answer(
  conversationId: string,
  mailId: string,
  minutes: number,
  status: "pending_approval" | "sent" = "sent",
) {
  const at = later(minutes);
  const id = newId("letter", at);
  await inTenant((scope) =>
    scope.db.insert(letters).values({
      ...{ tenantId, id, conversationId, inReplyTo: mailId, fromAddress: "x@y.example", toAddresses: [asked.from] },
      ...{ subject: "Re: Your cart", words: { format: "text", body: "It is free." }, html: "", text: "", headers: {} },
      ...{ wordsHash: "hash", status, mode: "gated", madeByKind: "writer", madeById: "writer", test: false },
      ...{ dueAt: at, createdAt: at, sentAt: status === "sent" ? at : null, flags: ["by_writer"] },
    }),
  );
  return id;
}

test("lists the newest first, and those that wait for us oldest first, page by page", async () => {
  const ids: string[] = [];
  for (const minutes of [1, 2, 3, 4, 5])
    ids.push((await converse({ from: `p${minutes}@example.com` }, minutes)).conversationId);
  expect(await found()).toEqual(ids.toReversed());
  const walked: string[] = [];
  let after: string | undefined;
  do {
    const page = await inTenant((scope) => listConversations(scope, { show: "ours", limit: 2, after }));
    walked.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  expect(walked).toEqual(ids);
});

test("narrows by what they want, by state, by mailbox and by words in mails, names and addresses", async () => {
  const { conversationId: question } = await converse();
  const { conversationId: complaint } = await converse(
    { from: "b_b@example.com", intent: "complaint", text: "Broken 100%" },
    1,
  );
  await inTenant((scope) => setConversationStatus(scope, question, "closed", later(2)));
  expect(await found({ intent: "complaint" })).toEqual([complaint]);
  expect(await found({ show: "closed" })).toEqual([question]);
  expect(await found({ show: "ours" })).toEqual([complaint]);
  expect(await found({ search: "broken" })).toEqual([complaint]);
  expect(await found({ search: "100%" })).toEqual([complaint]);
  expect(await found({ search: "b_b@" })).toEqual([complaint]);
  expect(await found({ search: "bXb" })).toEqual([]);
  expect(await found({ mailbox: "mbx_other" })).toEqual([]);
});

test("counts what waits for us and where an answer is proposed", async () => {
  const { conversationId, mailId } = await converse({}, 3);
  await converse({ from: "b@example.com" }, 1);
  await converse({ from: "c@example.com", isAutomatic: true, intent: "out_of_office" }, 2);
  await answer(conversationId, mailId, 4, "pending_approval");
  expect(await inTenant(countInbox)).toEqual({ ours: 2, proposed: 1, since: later(1).toISOString() });
});

test("shows a thread in order, with its files, what was refused and what came of each mail", async () => {
  const { conversationId, mailId } = await converse({ quoted: "> Your cart" });
  await inTenant(async (scope) => {
    await tellFiles(scope, mailId, [
      { name: "a.txt", contentType: "text/plain", content: Buffer.from("hello"), refusedBecause: null },
      { name: "b.exe", contentType: "application/x-msdownload", content: null, refusedBecause: "dangerous_type" },
    ]);
    await saveProposal(scope, { mailId, conversationId, outcome: "nothing_to_answer", at: start });
  });
  await answer(conversationId, mailId, 5);
  const second = await inTenant((scope) => tellMail(scope, { mailboxId, conversationId }, asked, later(9)));
  const thread = await inTenant((scope) => readConversation(scope, conversationId, later(10)));
  expect(thread.entries.map((entry) => entry.kind)).toEqual(["mail", "letter", "mail"]);
  expect(thread.entries[0]).toMatchObject({
    ...{ quoted: "> Your cart", proposal: "nothing_to_answer" },
    files: [
      { filename: "a.txt", byteCount: 5, refusedBecause: null },
      { filename: "b.exe", refusedBecause: "dangerous_type" },
    ],
  });
  expect(thread.entries[1]).toMatchObject({ text: "It is free.", status: "sent", madeBy: { kind: "writer" } });
  expect(thread.entries[2]?.id).toBe(second);
  await expect(inTenant((scope) => readInboundFile(scope, mailId, 1))).rejects.toThrow("dangerous_type");
  expect(Buffer.from((await inTenant((scope) => readInboundFile(scope, mailId, 0))).content).toString()).toBe("hello");
});

test("gives the turn to them when the answer left, and keeps it when they wrote again meanwhile", async () => {
  const { conversationId, mailId } = await converse();
  const waitsFor = async () => (await inTenant((scope) => scope.db.select().from(conversations)))[0]?.waitsFor;
  const second = await inTenant((scope) => tellMail(scope, { mailboxId, conversationId }, asked, later(1)));
  await inTenant((scope) => recordAnswered(scope, { conversationId, mailId }, later(2)));
  expect(await waitsFor()).toBe("us");
  await inTenant((scope) => recordAnswered(scope, { conversationId, mailId: second }, later(3)));
  expect(await waitsFor()).toBe("them");
});

test("opens a closed conversation as it stood: for us where they wrote last, else for them", async () => {
  const { conversationId, mailId } = await converse();
  const reopened = async () => {
    await inTenant((scope) => setConversationStatus(scope, conversationId, "closed", later(20)));
    await inTenant((scope) => setConversationStatus(scope, conversationId, "open", later(21)));
    return (await inTenant((scope) => readConversation(scope, conversationId, later(22)))).waitsFor;
  };
  expect(await reopened()).toBe("us");
  await answer(conversationId, mailId, 5);
  expect(await reopened()).toBe("them");
  expect(await inTenant((scope) => setConversationStatus(scope, conversationId, "open", later(23)))).toBe(false);
});

test("finds the first mail after an instant by mailbox, conversation and sender", async () => {
  const { mailId } = await converse({}, 1);
  await converse({ from: "b@example.com" }, 2);
  const first = async (which: object, since = start) =>
    (await inTenant((scope) => firstMailSince(scope, { ...which, since })))?.id ?? null;
  expect(await first({})).toBe(mailId);
  expect(await first({}, later(2))).toBeNull();
  expect(await first({ from: "b@example.com" })).not.toBe(mailId);
  expect(await first({ mailbox: "mbx_other" })).toBeNull();
});

test("hints at another state as soon as one changed, and at the same one else", async () => {
  const hint = async () => (await inTenant(readInboxHint)).version;
  const before = await hint();
  const { conversationId, mailId } = await converse();
  const came = await hint();
  expect(came).not.toBe(before);
  expect(await hint()).toBe(came);
  await answer(conversationId, mailId, 1, "pending_approval");
  const proposed = await hint();
  expect(proposed).not.toBe(came);
  await inTenant((scope) =>
    scope.db.update(letters).set({ status: "queued" }).where(eq(letters.conversationId, conversationId)),
  );
  expect(await hint()).not.toBe(proposed);
});

test("names nothing of a mail that does not exist", async () => {
  await expect(inTenant((scope) => readInboundMail(scope, "mail_none"))).rejects.toThrow("no such mail");
  await expect(inTenant((scope) => readConversation(scope, "conv_none", start))).rejects.toThrow(
    "no such conversation",
  );
});
