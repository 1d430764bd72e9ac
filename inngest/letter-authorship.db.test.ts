import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readStatement } from "#app/verify/read-statement.ts";
import { asKey } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { createMember } from "#db/members.ts";
import { letters } from "#db/schema/letters.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { saveBrand } from "#db/tenants.ts";
import { tellConversation, tellMailbox } from "#db/testing/mails.ts";
import { editLetter } from "./change-letter.ts";
import { decideLetter } from "./decide-letter.ts";
import { deliverLetter } from "./deliver-letter.ts";
import { proposeAnswer } from "./propose-answer.ts";
import type { By } from "./reviewer.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { writeLetter } from "./write-letter.ts";

let database: TestDatabase;
let tenant: TestTenant;
let mailboxId: string;
let memberId: string;
let other: string;
let now: Date;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  now = await currentTime();
  tenant = await createLadderTenant(now, { policy: { oversightMode: "gated", samplePercent: 0 } });
  await inTenant(async (scope) => {
    await saveBrand(scope, { shippingPolicy: "Parcels leave on working days", tellsAuthorship: true });
    mailboxId = (await tellMailbox(scope, now)).id;
    memberId = (await createMember(scope, { email: "ida@shop.example", name: "Ida", role: "admin", now })).id;
    other = (await createMember(scope, { email: "ove@shop.example", name: "Ove", role: "admin", now })).id;
  });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenant.tenantId, work);

/** An answer that the scripted writer proposed. */
async function proposed(): Promise<string> {
  const asked = { from: "ada@example.com", text: "How much is delivery?", intent: "question" as const, language: "en" };
  const { mailId } = await inTenant((scope) => tellConversation(scope, asked, { mailboxId }, now));
  await proposeAnswer({ tenantId: tenant.tenantId, mailId }, now);
  const [letter] = await inTenant((scope) => scope.db.select().from(letters));
  return letter?.id ?? "";
}
const edit = (letterId: string, by: By) =>
  inTenant((scope) =>
    editLetter(scope, { letterId, change: { words: { format: "text", body: "It is free." } } }, by, now),
  );

/** Lets it go by another member, and reads what it says of itself. */
async function sentAs(letterId: string): Promise<{ statement: unknown; text: string }> {
  const verdict = { letterId, verdict: "approved" as const, reason: null, wordsHash: null };
  const { letter } = await inTenant((scope) => decideLetter(scope, verdict, { kind: "member", id: other }, now));
  await deliverLetter({ tenantId: tenant.tenantId, letterId }, "run", letter.dueAt);
  const [sent] = await inTenant((scope) => scope.db.select().from(letters).where(eq(letters.id, letterId)));
  const read = await readStatement({ pasted: null, messageId: letterId });
  return { statement: read.kind === "holds" ? read.statement : read, text: sent?.text ?? "" };
}

test("words of the scripted writer are said to be put together by rules, and no AI is named in the footer", async () => {
  const { statement, text } = await sentAs(await proposed());
  expect(statement).toMatchObject({ written: "rules", approved: "person" });
  expect(text.replaceAll(/https?:\S+/g, "")).not.toMatch(/\bAI\b/);
});

test("words that a person put in their place are that person's", async () => {
  const letterId = await proposed();
  await edit(letterId, { kind: "member", id: memberId });
  expect((await sentAs(letterId)).statement).toMatchObject({ written: "person", approved: "person" });
});

test("words that a program put in their place count as an AI's", async () => {
  const letterId = await proposed();
  const key = await asKey({ tenantId: tenant.tenantId, name: "shop" }, ["send"]);
  await edit(letterId, { kind: "key", id: key.keyId });
  const { statement, text } = await sentAs(letterId);
  expect(statement).toMatchObject({ written: "ai" });
  expect(text).toMatch(/\bAI\b/);
});

test("a letter says what its maker knows of its words", async () => {
  const bare = {
    from: null,
    cc: [],
    bcc: [],
    replyTo: null,
    files: [],
    tags: [],
    sendAt: null,
    to: ["ada@example.com"],
  };
  const given = { ...bare, subject: "Hello", words: { format: "text" as const, body: "Hello" } };
  const by = { kind: "writer" as const, id: "writer" };
  for (const written of ["ai", "rules"] as const) {
    const made = { given: { ...given, written }, maker: by, once: null };
    const letter = await inTenant((scope) => writeLetter(scope, made, now));
    expect((await sentAs(letter.id)).statement).toMatchObject({ written });
  }
});

test("a message that left without a statement is told from one that nobody knows", async () => {
  const letterId = await proposed();
  await inTenant((scope) =>
    scope.db.update(letters).set({ status: "sent", sentAt: now }).where(eq(letters.id, letterId)),
  );
  expect(await readStatement({ pasted: null, messageId: letterId })).toEqual({ kind: "older" });
  expect(await readStatement({ pasted: null, messageId: "ltr_01kh3nobodyknowsit" })).toEqual({ kind: "not_found" });
});
