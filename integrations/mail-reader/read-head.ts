import PostalMime from "postal-mime";
import { normalizeAddress } from "#domain/contact.ts";
import { messageIdOf } from "#domain/inbound/message-ids.ts";

/** What a door needs to know a mail by, before anybody reads it. */
export type MailHead = { messageId: string | null; fromAddress: string | null };

const mostHeadBytes = 65_536;

/** The Message-ID and sender of a mail; nulls where its head does not tell. Never throws. */
export async function readHead(raw: Uint8Array): Promise<MailHead> {
  const start = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, mostHeadBytes));
  const ends = [start.indexOf("\n\n"), start.indexOf("\n\r\n")].filter((at) => at >= 0);
  const head = ends.length > 0 ? start.subarray(0, Math.min(...ends)) : start;
  try {
    const { headers, from, sender } = await PostalMime.parse(head, { maxHeadersSize: mostHeadBytes * 2 });
    const said = from ?? sender;
    const box = said?.group ? said.group[0] : said;
    return {
      messageId: messageIdOf(headers.find(({ key }) => key === "message-id")?.value),
      fromAddress: normalizeAddress(box?.address ?? ""),
    };
  } catch {
    return { messageId: null, fromAddress: null };
  }
}
