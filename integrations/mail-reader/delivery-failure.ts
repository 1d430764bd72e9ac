import type { Email } from "postal-mime";
import { normalizeAddress } from "#domain/contact.ts";
import type { DeliveryFailure } from "#domain/inbound/mail.ts";
import { messageIdsIn } from "#domain/inbound/message-ids.ts";

const reports = new Set(["message/delivery-status", "message/global-delivery-status"]);
const returned = new Set(["message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global"]);
const mostCharacters = 20_000;

/** What a mailer's report (RFC 3464) says could not be delivered; null for other mail, and for reports of success or delay. */
export function deliveryFailureIn(email: Email, headers: Record<string, string>): DeliveryFailure | null {
  const about = headersReturned(email);
  const status = email.attachments.find(({ mimeType }) => reports.has(mimeType.toLowerCase()));
  const said = status ? textOf(status.content) : "";
  if (!status) {
    const recipient = normalizeAddress((headers["x-failed-recipients"] ?? "").split(",")[0] ?? "");
    return recipient ? { recipient, permanent: true, about } : null;
  }
  if (!/^action:\s*failed\b/im.test(said)) return null;
  const code = /^status:\s*([245])\.\d{1,3}\.\d{1,3}/im.exec(said)?.[1];
  const named = /^(?:original|final)-recipient:\s*(?:rfc822|utf-8)\s*;\s*<?([^\s<>]{3,254})>?/im.exec(said)?.[1];
  return { recipient: normalizeAddress(named ?? ""), permanent: code !== "4", about };
}

/** Message-IDs and addresses with a tag of ours in what came back of the mail. */
function headersReturned(email: Email): string[] {
  const parts = email.attachments.filter(({ mimeType }) => returned.has(mimeType.toLowerCase()));
  const text = parts.map(({ content }) => textOf(content)).join("\n");
  const end = text.search(/\r?\n\r?\n/);
  const head = end < 0 ? text : text.slice(0, end);
  const ids = /^message-id:\s*(<[^<>\s]{1,400}>)/im.exec(head)?.[1];
  const tags = head.match(/(?:msg|ltr)_[0-9a-z]{26}/g) ?? [];
  return [...new Set([...messageIdsIn(ids), ...tags])].slice(0, 20);
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  if (typeof content === "string") return content.slice(0, mostCharacters);
  return new TextDecoder().decode(new Uint8Array(content).subarray(0, mostCharacters));
}
