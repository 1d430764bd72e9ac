import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Mailer } from "../mail.ts";
import { mailerFor } from "../mailer.ts";
import { mailsNamed, mailWith } from "../testing/mails.ts";
import { type SmtpSink, startSmtpSink } from "../testing/smtp-sink.ts";
import { smtpMailer } from "./mailer.ts";

let sink: SmtpSink;
let mailer: Mailer;
beforeEach(async () => {
  sink = await startSmtpSink();
  mailer = mailerFor({ kind: "smtp", url: sink.url });
});
afterEach(async () => {
  mailer.close();
  await sink.close();
});

describe("SMTP", () => {
  it("delivers both parts, the headers, and a Message-ID made of the message id", async () => {
    const results = await mailer.send([mailWith({ id: "msg_1", subject: "Är du kvar? 🕯️" })]);
    expect(results).toEqual([{ kind: "accepted", providerId: "<msg_1@nordhem.example>" }]);
    const [mail] = sink.mails;
    expect(mail).toMatchObject({ from: "hello@nordhem.example", to: ["msg.1@example.com"] });
    expect(mail?.header("message-id")).toBe("<msg_1@nordhem.example>");
    expect(mail?.header("reply-to")).toBe("help@nordhem.example");
    expect(mail?.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(mail?.header("content-type")).toContain("multipart/alternative");
    expect(mail?.header("date")).not.toBeNull();
    expect(mail?.source).toContain("text/plain");
    expect(mail?.source).toContain("text/html");
  });

  it("refuses the one bad recipient among ten and delivers the others", async () => {
    const mails = mailsNamed(10);
    sink.refuse.set(mails[6]?.to ?? "", 550);
    sink.refuse.set(mails[7]?.to ?? "", 450);
    const results = await mailer.send(mails);
    expect(results[6]).toEqual({ kind: "refused", reason: "smtp_550" });
    expect(results[7]).toEqual({ kind: "retry", reason: "smtp_450", retryAfterSeconds: null });
    expect(results.filter((one) => one.kind === "accepted")).toHaveLength(8);
    expect(sink.mails.map((one) => one.to[0]).sort()).toEqual(
      mails.filter((_, index) => index !== 6 && index !== 7).map((one) => one.to),
    );
  });

  it("refuses rather than mails twice when the connection breaks after the whole message was handed over", async () => {
    sink.dropAfter.add("Gone");
    const [lost, fine] = await mailer.send([mailWith({ id: "msg_1", subject: "Gone" }), mailWith({ id: "msg_2" })]);
    expect(lost).toEqual({ kind: "refused", reason: "outcome_unknown" });
    expect(fine?.kind).toBe("accepted");
    expect(sink.mails.filter((one) => one.header("subject") === "Gone")).toHaveLength(1);
  });

  it("may try again when nobody answers", async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const address = silent.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const waiting = smtpMailer({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 50 });
    expect(await waiting.send([mailWith({ id: "msg_1" })])).toMatchObject([{ kind: "retry", reason: "etimedout" }]);
    waiting.close();
    await new Promise<void>((resolve) => silent.close(() => resolve()));
    const gone = smtpMailer({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 500 });
    expect(await gone.send([mailWith({ id: "msg_1" })])).toMatchObject([{ kind: "retry" }]);
    gone.close();
  });

  it("lets no line break into any header", async () => {
    const breaks = "Hi\r\nBcc: victim@example.com\r\n\r\n<b>body</b>\u2028x\u0085y";
    const hostile = mailWith({
      id: "msg_1",
      subject: breaks,
      from: `Nordhem\r\nBcc: victim@example.com <hello@nordhem.example>`,
      headers: { "X-Note": breaks },
    });
    expect((await mailer.send([hostile]))[0]?.kind).toBe("accepted");
    const [mail] = sink.mails;
    expect(mail?.to).toEqual(["msg.1@example.com"]);
    expect(mail?.header("bcc")).toBeNull();
    expect(mail?.source.split("\r\n\r\n")[0]).not.toMatch(/^bcc:/im);
    expect(mail?.header("from")).toBe('"Nordhem Bcc: victim@example.com" <hello@nordhem.example>');
  });

  it.each([
    ["a second recipient", { to: "a@example.com, b@example.com" }, "invalid_recipient"],
    ["a line break in the recipient", { to: "a@example.com\r\nRCPT TO:<b@example.com>" }, "invalid_recipient"],
    ["no recipient", { to: "" }, "invalid_recipient"],
    ["a second sender", { from: "a@example.com, b@example.com" }, "invalid_sender"],
    ["a broken reply address", { replyTo: "nobody" }, "invalid_reply_to"],
    ["a header of the mailer's own", { headers: { bcc: "b@example.com" } }, "invalid_header"],
    ["a line break in a header's name", { headers: { "X-A\r\nBcc": "b@example.com" } }, "invalid_header"],
  ])("refuses %s", async (_, more, reason) => {
    expect(await mailer.send([mailWith({ id: "msg_1", ...more })])).toEqual([{ kind: "refused", reason }]);
    expect(sink.mails).toHaveLength(0);
  });
});
