import type { Address, Email } from "postal-mime";
import { normalizeAddress } from "#domain/contact.ts";
import { mostAddresses, mostMailBytes, mostSubjectCharacters, mostTextCharacters } from "#domain/inbound/limits.ts";
import type { ReadMail } from "#domain/inbound/mail.ts";
import { messageIdOf, newestReferences } from "#domain/inbound/message-ids.ts";
import type { MailMark } from "#domain/inbox.ts";
import { oneLine } from "../mail-headers.ts";
import { boundParts } from "./bound-parts.ts";
import { deliveryFailureIn } from "./delivery-failure.ts";
import { filesOf } from "./files-of.ts";
import { textOfHtml } from "./html-text.ts";
import { type Mime, parseMime } from "./mime.ts";

export type MailReading = { kind: "mail"; mail: ReadMail } | { kind: "unreadable"; reason: string };

/**
 * Reads a mail as it came over the wire. Everything is bounded: size, parts, depth, headers, text, files. What is odd is
 * marked, and only what passes the limits as a whole is unreadable. Never throws for what a mail holds.
 */
export async function readMail(raw: Uint8Array): Promise<MailReading> {
  if (raw.byteLength === 0) return { kind: "unreadable", reason: "empty" };
  if (raw.byteLength > mostMailBytes) return { kind: "unreadable", reason: "too_large" };
  const { bytes, cut } = boundParts(raw);
  try {
    return { kind: "mail", mail: mailOf(await parseMime(bytes), cut ? ["many_parts"] : []) };
  } catch (fault) {
    return { kind: "unreadable", reason: fault instanceof Error ? oneLine(fault.message).slice(0, 120) : "malformed" };
  }
}

function mailOf(mime: Mime, found: MailMark[]): ReadMail {
  const { email } = mime;
  const headers = headersOf(email);
  const { text, marks } = textOf(mime);
  const references = newestReferences(headers.references);
  const sentAt = dateOf(headers.date);
  const messageId = messageIdOf(headers["message-id"]);
  const odd: [MailMark, boolean][] = [
    ["no_date", sentAt === null],
    ["no_message_id", messageId === null],
    ["cut_references", references.cut],
    ["malformed", headers.from === undefined || email.headers.length === 0],
  ];
  return {
    ...{ messageId, inReplyTo: messageIdOf(headers["in-reply-to"]), references: references.ids },
    ...{ from: senderOf(email), to: recipientsOf(email), sentAt, text, headers, files: filesOf(email) },
    subject: oneLine(email.subject ?? "").slice(0, mostSubjectCharacters),
    failure: deliveryFailureIn(email, headers),
    marks: [...found, ...marks, ...odd.flatMap(([mark, is]) => (is ? [mark] : []))],
  };
}

/** The first of each header: what came later was added behind it. */
function headersOf(email: Email): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, value } of email.headers) headers[key] ??= value;
  return headers;
}

function textOf({ plain, html }: Mime): { text: string; marks: MailMark[] } {
  const said = plain.join("\n").trim();
  const isHtml = said === "" && html.length > 0;
  const whole = isHtml ? textOfHtml(html.join("\n")) : said;
  const text = whole.toWellFormed().replace(/\0/g, "");
  const marks: MailMark[] = [];
  if (isHtml) marks.push("html_only");
  if (text.length > mostTextCharacters) marks.push("cut_text");
  return { text: text.slice(0, mostTextCharacters).toWellFormed(), marks };
}

function mailboxesOf(addresses: Address[]): { address: string; name: string | null }[] {
  return addresses.flatMap((one) => {
    const boxes = one.group ?? [one];
    return boxes.flatMap(({ address, name }) => {
      const known = normalizeAddress(address ?? "");
      return known ? [{ address: known, name: oneLine(name).slice(0, 200) || null }] : [];
    });
  });
}

function senderOf(email: Email): ReadMail["from"] {
  const said = [email.from, email.sender].flatMap((one) => one ?? []);
  return mailboxesOf(said)[0] ?? null;
}

function recipientsOf({ to = [], cc = [] }: Email): string[] {
  const all = mailboxesOf([...to.slice(0, mostAddresses), ...cc.slice(0, mostAddresses)]);
  return [...new Set(all.map(({ address }) => address))].slice(0, mostAddresses);
}

/** What a Date header says, where it says a day that a calendar has. */
function dateOf(header: string | undefined): Date | null {
  const at = new Date((header ?? "").slice(0, 100).replace(/\([^()]*\)/g, ""));
  const year = at.getUTCFullYear();
  return header === undefined || Number.isNaN(at.getTime()) || year < 1980 || year > 2200 ? null : at;
}
