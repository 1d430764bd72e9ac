import { findMail } from "#db/inbound-mails.ts";
import type { Letter } from "#db/letters.ts";
import { listMailboxes } from "#db/mailboxes.ts";
import type { Scope } from "#db/scope.ts";
import { getBrand } from "#db/tenants.ts";
import { plusAddress } from "#domain/inbound/message-ids.ts";
import { replyAddress } from "./reply-address.ts";

const mostReferences = 10;

/** The headers by which a mailer puts an answer below the mail that it answers. */
export async function threadHeaders(scope: Scope, { inReplyTo }: Letter): Promise<Record<string, string>> {
  const mail = inReplyTo ? await findMail(scope, inReplyTo) : null;
  if (!mail || mail.messageIdHeader.endsWith("@no-message-id.invalid>")) return {};
  const { messageIdHeader, references } = mail;
  const [first, ...later] = [...references, messageIdHeader];
  const kept = later.length < mostReferences ? [first, ...later] : [first, ...later.slice(-mostReferences)];
  return { "In-Reply-To": messageIdHeader, References: [...new Set(kept)].join(" ") };
}

/**
 * Where the answers to a letter come to: at a mailbox of the tenant's under the letter's id, unless whoever wrote it named
 * another place.
 */
export async function letterReplyTo(scope: Scope, { id, replyTo }: Letter): Promise<string | null> {
  if (replyTo === null || replyTo === (await getBrand(scope)).replyTo) return replyAddress(scope, id, null);
  const own = (await listMailboxes(scope)).some(({ address }) => address === replyTo);
  return own ? plusAddress(replyTo, id) : replyTo;
}
