import { type MailHead, readHead } from "./mail-reader/read-head.ts";
import { type MailReading, readMail } from "./mail-reader/read-mail.ts";
import { type FetchedMail, fetchResendMail } from "./resend/received.ts";

export type { FetchedMail, MailHead, MailReading };

/** Mail that came in: its head alone, and all of it, from bytes that strangers sent; and what a provider keeps for us. */
export { fetchResendMail, readHead, readMail };
