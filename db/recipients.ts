import { sql } from "drizzle-orm";
import type { SuppressionReason } from "#domain/message.ts";
import type { Scope } from "./scope.ts";
import { addressHash } from "./suppressions.ts";

/** Why an address may not be written to: it is suppressed, or its contact took their consent back. */
export type RecipientRefusal = { address: string; reason: SuppressionReason | "withdrawn" };

/** Those of the addresses that may not be written to now. */
export async function refusedRecipients(scope: Scope, addresses: string[]): Promise<RecipientRefusal[]> {
  const asked = JSON.stringify(addresses.map((address) => ({ address, hash: addressHash(address) })));
  const rows = await scope.db.execute<RecipientRefusal>(sql`
    select asked.address, coalesce(s.reason, 'withdrawn') as reason
    from jsonb_to_recordset(${asked}::text::jsonb) as asked(address text, hash text)
    left join suppressions s on s.tenant_id = ${scope.tenantId} and s.channel = 'email' and s.address_hash = asked.hash
    left join contacts c on c.tenant_id = ${scope.tenantId} and c.address = asked.address
    left join lateral (select state from consents where consents.tenant_id = c.tenant_id and consents.contact_id = c.id
      and consents.channel = 'email' order by at desc, state desc limit 1) said on true
    where s.reason is not null or said.state = 'withdrawn'`);
  return [...rows];
}
