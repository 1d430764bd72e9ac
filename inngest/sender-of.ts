import type { Arrival } from "#db/mail-arrivals.ts";
import type { ReadMail } from "#domain/inbound/mail.ts";

/** Mailers report failures in nobody's name; this one is nobody's. */
const nobodysMailer = "mailer-daemon@nobody.invalid";

/** Who a mail is from: by its own word, else by its envelope; null when neither names anybody. */
export function senderOf(mail: ReadMail, { envelopeFrom }: Pick<Arrival, "envelopeFrom">): string | null {
  return mail.from?.address ?? (envelopeFrom || (mail.failure ? nobodysMailer : null));
}
