import { normalizeAddress } from "./contact.ts";
import type { ArrivalRefusal, MailSource } from "./inbox.ts";

/** A mailbox as pages and programs see it. */
export type MailboxRow = {
  id: string;
  address: string;
  name: string;
  signature: string;
  /** Whose mails are answered there; null for every shop that has none of its own. */
  shopId: string | null;
  proposesAnswers: boolean;
  keepsFiles: boolean;
  createdAt: string;
};

/** A mail that came in and became no part of a conversation; instants are ISO 8601. */
export type RefusedMail = {
  id: string;
  mailboxId: string;
  refusedBecause: ArrivalRefusal;
  source: MailSource;
  byteCount: number | null;
  receivedAt: string;
};

/** By which doors mail comes in here, as the installation says. */
export type MailDoors = { webhookUrl: string; resend: boolean; smtp: string | null };

/** Ids of messages stand behind a plus in it, and what is before the `@` may have 64 characters. */
const mostLocalCharacters = 30;

/** An address that a mailbox may have, in its one form; null for none that a mail could come to under an id of ours. */
export function mailboxAddress(text: string): string | null {
  const address = normalizeAddress(text);
  const local = address?.slice(0, address.lastIndexOf("@")) ?? "";
  return address && local.length <= mostLocalCharacters && /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(local)
    ? address
    : null;
}
