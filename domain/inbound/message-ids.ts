import { mostReferences } from "./limits.ts";

/** The ids in a Message-ID, In-Reply-To or References header, each in its angle brackets; what is no id is passed over. */
export function messageIdsIn(header: string | null | undefined): string[] {
  const found = (header ?? "").slice(0, 50_000).match(/<[^<>\s\p{Cc}]{1,400}>/gu) ?? [];
  return [...new Set(found)];
}

/** The id of a header that holds one; mailers that leave the brackets out are read all the same. */
export function messageIdOf(header: string | null | undefined): string | null {
  const [first] = messageIdsIn(header);
  if (first) return first;
  const bare = (header ?? "").trim();
  return /^[^<>\s\p{Cc}]{1,400}@[^<>\s\p{Cc}]{1,200}$/u.test(bare) ? `<${bare}>` : null;
}

/** References from the newest back as far as they are kept, in their own order. */
export function newestReferences(header: string | null | undefined): { ids: string[]; cut: boolean } {
  const ids = messageIdsIn(header);
  return { ids: ids.slice(-mostReferences), cut: ids.length > mostReferences };
}

const ownId = /^(?:msg|ltr)_[0-9a-z]{26}$/;

/** Whether a text is an id of a message or letter of ours. */
export function isSentId(text: string): boolean {
  return ownId.test(text);
}

/** The ids of ours that stand before the `@` of Message-IDs: `<ltr_…@shop.example>`. */
export function sentIdsIn(messageIds: string[]): string[] {
  const named = messageIds.map((id) => id.slice(1, id.lastIndexOf("@")).toLowerCase());
  return [...new Set(named.filter(isSentId))];
}

/** `local+tag@domain` as the mailbox's address and the tag; null for a tag that is not there. */
export function splitPlus(address: string): { address: string; tag: string | null } {
  const at = address.lastIndexOf("@");
  const plus = address.indexOf("+");
  if (plus < 1 || plus > at) return { address, tag: null };
  return { address: `${address.slice(0, plus)}${address.slice(at)}`, tag: address.slice(plus + 1, at) || null };
}

/** The address that answers to a message come to: its mailbox's with the message's id behind a plus. */
export function plusAddress(address: string, sentId: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+${sentId}${address.slice(at)}`;
}
