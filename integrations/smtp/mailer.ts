import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import type { Mailer, MailResult, OutgoingMail } from "../mail.ts";
import { addressOf, sendable } from "../mail-headers.ts";

export type SmtpConfig = { url: string; timeoutMs?: number };

/**
 * Mail through a relay over pooled connections. SMTP knows no idempotency: when the connection breaks after the whole
 * message was handed over, nobody can say whether it was taken. Such a mail is refused as `outcome_unknown`, since a
 * shopper must never get it twice; the Message-ID comes from the message id, so that a relay may recognise a copy.
 */
export function smtpMailer(config: SmtpConfig): Mailer {
  const { transport, handedOver } = pooled(config);
  const sendOne = async (given: OutgoingMail): Promise<MailResult> => {
    const checked = sendable(given);
    if (checked.kind === "refused") return checked;
    const { mail } = checked;
    const messageId = `<${mail.id}@${addressOf(mail.from).host}>`;
    try {
      await transport.sendMail(messageOf(mail, messageId));
      return { kind: "accepted", providerId: messageId };
    } catch (error) {
      return failureOf(error, handedOver.has(messageId));
    } finally {
      handedOver.delete(messageId);
    }
  };
  return {
    name: "smtp",
    repeatable: false,
    send: (mails) => Promise.all(mails.map(sendOne)),
    close: () => transport.close(),
  };
}

function pooled({ url, timeoutMs = 15_000 }: SmtpConfig) {
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = createTransport({ url, pool: true, maxConnections: 5, maxMessages: 500, ...timeouts });
  const handedOver = new Set<string>();
  transport.use("stream", (mail, done) => {
    const messageId = mail.message.messageId();
    mail.message.transform(() => new PassThrough().once("end", () => handedOver.add(messageId)));
    done(null);
  });
  return { transport, handedOver };
}

function messageOf(mail: OutgoingMail, messageId: string) {
  const also = [mail.alsoTo ?? [], mail.cc ?? [], mail.bcc ?? []].flat();
  return {
    from: mail.from,
    to: [mail.to, ...(mail.alsoTo ?? [])],
    ...(mail.cc?.length ? { cc: mail.cc } : {}),
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: mail.headers,
    messageId,
    envelope: { from: addressOf(mail.from).address, to: [mail.to, ...also] },
    attachments: (mail.files ?? []).map(({ name, contentType, content, contentId }) => ({
      ...{ filename: name, contentType, content: Buffer.from(content) },
      ...(contentId ? { cid: contentId, contentDisposition: "inline" as const } : {}),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

type SmtpFault = { responseCode?: number; command?: string; code?: string };

/** 4xx may pass another time, 5xx about the mail is final; what goes wrong before the mail is the relay's matter. */
function failureOf(error: unknown, handedOver: boolean): MailResult {
  const { responseCode, command = "", code = "smtp_error" } = error as SmtpFault;
  const aboutMail = /^(MAIL FROM|RCPT TO|DATA)/.test(command);
  if (responseCode !== undefined && responseCode >= 500 && aboutMail) {
    return { kind: "refused", reason: `smtp_${responseCode}` };
  }
  if (responseCode !== undefined) return { kind: "retry", reason: `smtp_${responseCode}`, retryAfterSeconds: null };
  if (handedOver) return { kind: "refused", reason: "outcome_unknown" };
  return { kind: "retry", reason: code.toLowerCase(), retryAfterSeconds: null };
}
