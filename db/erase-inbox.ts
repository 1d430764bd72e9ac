import { sql } from "drizzle-orm";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";
import { spellingsOf } from "./spellings.ts";

/**
 * Erases what a person wrote to us, and what of others' mails names their address: words, files, names, and mail that came in
 * and is not read yet. That there was a conversation, and when, survives; it holds nothing back any more.
 */
export async function eraseInbox(scope: Scope, address: string, now: Date): Promise<void> {
  const { db, tenantId } = scope;
  const at = sql`${iso(now)}::timestamptz`;
  const theirs = sql`tenant_id = ${tenantId} and (from_address = ${address} or conversation_id in (
      select id from conversations where tenant_id = ${tenantId} and with_address = ${address})
    or position(${address} in lower(concat_ws(' ', subject, text, quoted, message_id_header, in_reply_to,
      array_to_string(reference_headers, ' '), array_to_string(to_addresses, ' ')))) > 0)`;
  await db.execute(sql`delete from inbound_files where tenant_id = ${tenantId} and mail_id in (
    select id from inbound_mails where ${theirs})`);
  await db.execute(sql`update inbound_mails set from_address = null, from_name = null, to_addresses = '{}', subject = '',
      subject_key = '', text = '', quoted = '', message_id_header = 'erased:' || id, in_reply_to = null,
      reference_headers = '{}', proofs = '[]', language = null, erased_at = ${at}
    where ${theirs}`);
  await db.execute(sql`update conversations set subject = '', subject_key = '', with_name = null,
      waits_for = case when with_address = ${address} then 'nobody' else waits_for end,
      pauses_since = case when with_address = ${address} then null else pauses_since end,
      status = case when with_address = ${address} then 'closed' else status end,
      with_address = nullif(with_address, ${address})
    where tenant_id = ${tenantId} and (with_address = ${address}
      or position(${address} in lower(concat_ws(' ', subject, subject_key, with_name))) > 0)`);
  await eraseArrivals(scope, address, now);
}

/** Mail as it came is bytes of any kind; that of a person is found by its envelope, and by their address in it. */
async function eraseArrivals({ db, tenantId }: Scope, address: string, now: Date): Promise<void> {
  const spellings = JSON.stringify(spellingsOf(address));
  await db.execute(sql`update mail_arrivals set content = null, envelope_from = null, fetch_id = null,
      refused_because = case when settled_at is null then 'erased' else refused_because end,
      settled_at = coalesce(settled_at, ${iso(now)}::timestamptz)
    where tenant_id = ${tenantId} and (lower(envelope_from) = ${address} or content is not null and exists (
      select from jsonb_array_elements_text(${spellings}::text::jsonb) as spelling
      where position(encode(convert_to(spelling, 'UTF8'), 'escape') in lower(encode(content, 'escape'))) > 0))`);
}
