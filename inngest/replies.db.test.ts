import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { currentTime } from "#db/clock.ts";
import { createMailbox } from "#db/mailboxes.ts";
import { conversations, inboundMails } from "#db/schema/inbox.ts";
import { messages } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { type MailListener, smtpListener } from "#integrations/mail-listener.ts";
import { readHead } from "#integrations/mail-reader.ts";
import { type SmtpSink, startSmtpSink } from "#integrations/testing/smtp-sink.ts";
import { announce } from "./events.ts";
import { isMailbox, receiveMail, tellArrivals } from "./receive-mail.ts";
import { type House, openHouse } from "./testing/house.ts";
import { abandon, rowsOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { turnConversation } from "./turn-conversation.ts";

let house: House;
let sink: SmtpSink;
let door: MailListener;
let tenant: TestTenant;
const ada = "ada@example.com";

beforeAll(async () => {
  sink = await startSmtpSink();
  vi.stubEnv("MAILER", "smtp");
  vi.stubEnv("SMTP_URL", sink.url);
  house = await openHouse();
  const now = await currentTime();
  tenant = await createLadderTenant(now, { policy: { oversightMode: "autonomous" } });
  await withScope(tenant.tenantId, (scope) =>
    createMailbox(scope, { address: "hello@shop.example", name: "Shop", shopId: tenant.shopId }, now),
  );
  door = await smtpListener({
    ...{ host: "127.0.0.1", port: 0, knows: isMailbox, onFault: (cause) => expect.fail(String(cause)) },
    take: async (mail) => {
      const arrived = { ...mail, ...(await readHead(mail.content)), source: "smtp" as const };
      await tellArrivals(await receiveMail(arrived, await currentTime()));
    },
  });
});
afterAll(async () => {
  await door?.close();
  await house?.close();
  await sink?.close();
  vi.unstubAllEnvs();
});

/** Answers a mail as a person's program does: to its Reply-To, with its Message-ID. */
async function answer(source: { header(name: string): string | null }, text: string): Promise<void> {
  const transport = createTransport({ host: "127.0.0.1", port: door.port, ignoreTLS: true });
  const to = source.header("reply-to") ?? "";
  const inReplyTo = source.header("message-id") ?? "";
  await transport.sendMail({ from: `Ada <${ada}>`, to, subject: "Re: Your basket", text, inReplyTo });
  transport.close();
}
const sent = () => sink.mails.filter((mail) => mail.to.includes(ada));
const talks = () => rowsOf(tenant, (scope) => scope.db.select().from(conversations));

test("an answer by a real mail program pauses the running sequence for as long as the conversation is open", async () => {
  await abandon(house, tenant, ada);
  await house.advance(121);
  const [first] = sent();
  const [message] = await rowsOf(tenant, (scope) => scope.db.select().from(messages));
  expect(first?.header("reply-to")).toBe(`hello+${message?.id}@shop.example`);
  if (first) await answer(first, "Does it come in blue?");
  await house.advance(1);
  expect(await rowsOf(tenant, (scope) => scope.db.select().from(inboundMails))).toMatchObject([
    { intent: "question", answersId: message?.id, source: "smtp" },
  ]);
  const [talk] = await talks();
  expect(talk).toMatchObject({ status: "open", waitsFor: "us", enrollmentId: message?.enrollmentId });
  await house.advance(5 * 24 * 60);
  expect(sent()).toHaveLength(1);
  const now = await currentTime();
  const closed = { id: talk?.id ?? "", status: "closed" } as const;
  await announce((await withScope(tenant.tenantId, (scope) => turnConversation(scope, closed, now))).later);
  await house.advance(1);
  expect(sent()).toHaveLength(2);
}, 240_000);
