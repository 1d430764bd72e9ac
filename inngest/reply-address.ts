import { mailboxFor } from "#db/mailboxes.ts";
import type { Scope } from "#db/scope.ts";
import { getBrand } from "#db/tenants.ts";
import { plusAddress } from "#domain/inbound/message-ids.ts";

/**
 * Where the answers to a mail come to: the shop's mailbox with the mail's id behind a plus, so that an answer finds it even
 * where a mailer rewrites Message-IDs; without a mailbox, the address that the brand names.
 */
export async function replyAddress(scope: Scope, sentId: string, shopId: string | null): Promise<string | null> {
  const mailbox = await mailboxFor(scope, shopId);
  return mailbox ? plusAddress(mailbox.address, sentId) : (await getBrand(scope)).replyTo;
}
