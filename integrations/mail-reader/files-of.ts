import type { Email } from "postal-mime";
import { fileTypeOf } from "#domain/inbound/file-type.ts";
import { mostFiles } from "#domain/inbound/limits.ts";
import type { ReadFile } from "#domain/inbound/mail.ts";
import { oneLine } from "../mail-headers.ts";

/** What machines send along for machines. */
const machinery =
  /^(?:message\/(?:global-)?(?:delivery-status|feedback-report|disposition-notification)|text\/rfc822-headers|application\/(?:pgp-signature|pkcs7-signature|x-pkcs7-signature|ms-tnef))$/i;

/** What came along, each judged by its bytes; those beyond the most are named without their content. */
export function filesOf(email: Email): ReadFile[] {
  const files = email.attachments.filter(({ mimeType }) => !machinery.test(mimeType));
  return files.slice(0, mostFiles * 2).map((file, position) => {
    const content = bytesOf(file.content);
    const claimedType = oneLine(file.mimeType).slice(0, 120);
    const name = nameOf(file.filename, claimedType, position);
    const { type, refusedBecause } = fileTypeOf(name, claimedType, content);
    const refusal = position >= mostFiles ? "too_many" : refusedBecause;
    const kept = refusal === null ? content : null;
    return {
      name,
      contentType: type,
      claimedType,
      byteCount: content.byteLength,
      content: kept,
      refusedBecause: refusal,
    };
  });
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
}

/** A name that is no path, has no direction marks, and can stand in a header. */
function nameOf(given: string | null, claimedType: string, position: number): string {
  const bare = oneLine(given ?? "")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .split(/[/\\]/)
    .at(-1);
  const name = (bare ?? "").replace(/^\.+/, "").trim();
  if (name !== "") return name.length > 200 ? `${name.slice(0, 150)}…${name.slice(-40)}` : name;
  return claimedType === "message/rfc822" ? `mail-${position + 1}.eml` : `file-${position + 1}`;
}
