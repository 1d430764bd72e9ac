import { sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

/**
 * Erases the letters to a person and those that name their address: words, files, and what reviewers said. What had not
 * left yet never will. Returns their ids.
 */
export async function eraseLetters(scope: Scope, address: string): Promise<string[]> {
  const { db, tenantId } = scope;
  const erased = await db.execute<{ id: string }>(sql`
    update letters set words = null, subject = '', html = '', text = '', headers = '{}', tags = '{}',
      to_addresses = array_replace(to_addresses, ${address}, ''), cc_addresses = array_replace(cc_addresses, ${address}, ''),
      bcc_addresses = array_replace(bcc_addresses, ${address}, ''),
      reply_to = case when position(${address} in lower(reply_to)) > 0 then null else reply_to end,
      reason = case when status in ('pending_approval', 'queued') then 'erased' else reason end,
      status = case when status in ('pending_approval', 'queued') then 'stopped' else status end
    where tenant_id = ${tenantId} and (${address} = any(to_addresses || cc_addresses || bcc_addresses)
      or position(${address} in lower(concat_ws(' ', subject, text, html, reply_to))) > 0)
    returning id`);
  const found = [...erased].map((row) => row.id);
  if (found.length === 0) return [];
  const ids = sql`any(array(select jsonb_array_elements_text(${JSON.stringify(found)}::text::jsonb)))`;
  await db.execute(sql`delete from letter_files where tenant_id = ${tenantId} and letter_id = ${ids}`);
  await db.execute(sql`update letter_reviews set reason = null where tenant_id = ${tenantId} and letter_id = ${ids}`);
  return found;
}
