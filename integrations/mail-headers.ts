import { normalizeAddress } from "#domain/contact.ts";
import type { OutgoingMail } from "./mail.ts";

/** Headers that the mailer itself writes; a second one from outside would speak in another's name. */
const reserved = new Set([
  "from",
  "sender",
  "to",
  "cc",
  "bcc",
  "reply-to",
  "subject",
  "date",
  "message-id",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "return-path",
  "dkim-signature",
]);

export type Sendable = { kind: "sendable"; mail: OutgoingMail } | { kind: "refused"; reason: string };

/** The mail with no line break in any header, or the name of what no mailer may send: each place holds one address. */
export function sendable(mail: OutgoingMail): Sendable {
  const to = normalizeAddress(mail.to);
  if (!to) return { kind: "refused", reason: "invalid_recipient" };
  const from = mailbox(mail.from);
  if (!from) return { kind: "refused", reason: "invalid_sender" };
  const replyTo = mail.replyTo === null ? null : mailbox(mail.replyTo);
  if (mail.replyTo !== null && !replyTo) return { kind: "refused", reason: "invalid_reply_to" };
  const others = [mail.alsoTo ?? [], mail.cc ?? [], mail.bcc ?? []].map((list) => list.map(normalizeAddress));
  const [alsoTo = [], cc = [], bcc = []] = others.map((list) => list.filter((address) => address !== null));
  if (others.flat().includes(null)) return { kind: "refused", reason: "invalid_recipient" };
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(mail.headers)) {
    if (!/^[A-Za-z0-9-]{1,76}$/.test(name) || reserved.has(name.toLowerCase()))
      return { kind: "refused", reason: "invalid_header" };
    headers[name] = oneLine(value);
  }
  return {
    kind: "sendable",
    mail: { ...mail, to, alsoTo, cc, bcc, from, replyTo, subject: oneLine(mail.subject), headers },
  };
}

/** Control characters and Unicode's line breaks become one space: text that can stand in a header. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
}

/** `Name <address>` or a bare address, rewritten so that the name cannot hold a second address; null when it is neither. */
function mailbox(text: string): string | null {
  const bare = ownAddress(text);
  if (bare) return bare;
  const match = /^(.*)<([^<>]+)>$/su.exec(oneLine(text));
  const address = ownAddress(match?.[2] ?? "");
  if (!address) return null;
  const name = (match?.[1] ?? "").replace(/["\\<>]/g, "").trim();
  return name ? `"${name}" <${address}>` : address;
}

/** An address of ours: unlike a shopper's it may live on a host without a dot, such as localhost. */
function ownAddress(text: string): string | null {
  const local = /^[\w.+-]{1,64}@[a-z0-9-]{1,63}$/i.test(text) ? text.toLowerCase() : null;
  return normalizeAddress(text) ?? local;
}

/** The address within a checked mailbox, and its host. */
export function addressOf(mailbox: string): { address: string; host: string } {
  const address = /<([^<>]+)>$/.exec(mailbox)?.[1] ?? mailbox;
  return { address, host: address.slice(address.lastIndexOf("@") + 1) };
}
