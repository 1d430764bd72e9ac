import type { Mailer } from "./mail.ts";
import { outboxMailer } from "./outbox/mailer.ts";
import { resendMailer } from "./resend/mailer.ts";
import { type ReceivedNotice, receivedNotice } from "./resend/received.ts";
import { translateResendEvent, verifyResendWebhook } from "./resend/webhook.ts";
import { smtpMailer } from "./smtp/mailer.ts";

export type { Mailer, MailerName, MailResult, OutgoingMail, SendOptions } from "./mail.ts";

export type { MailReport, MailReports } from "./resend/webhook.ts";
export type { ReceivedNotice };

/** What a mail provider reports back, by the same two steps as a platform's webhooks. */
export const mailWebhook = { verify: verifyResendWebhook, translate: translateResendEvent, received: receivedNotice };

export type MailerConfig =
  | { kind: "outbox" }
  | { kind: "resend"; apiKey: string; baseUrl?: string; requestsPerSecond?: number; timeoutMs?: number }
  | { kind: "smtp"; url: string };

/** The way out for mail. One per process: it holds connections and the pace that a provider allows. */
export function mailerFor(config: MailerConfig): Mailer {
  if (config.kind === "resend") return resendMailer(config);
  return config.kind === "smtp" ? smtpMailer(config) : outboxMailer();
}
