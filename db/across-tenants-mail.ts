import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

/** Where a mail belongs: an address is one tenant's only. */
export type MailboxDoor = { tenantId: string; id: string; address: string };

/** The open mailboxes among addresses; those that are nobody's are left out. */
export async function acrossTenantsFindMailboxes(addresses: string[]): Promise<MailboxDoor[]> {
  if (addresses.length === 0) return [];
  return workerSql()<MailboxDoor[]>`
    select tenant_id as "tenantId", id, address from mailboxes
    where address = any(${[...new Set(addresses)]}::text[]) and archived_at is null`;
}

/** Mail that was taken in and not read yet, or whose reading broke off, so that the sweep can announce it again. */
export async function acrossTenantsWaitingMail(now: Date, limit: number): Promise<{ tenantId: string; id: string }[]> {
  return workerSql()<{ tenantId: string; id: string }[]>`
    select tenant_id as "tenantId", id from mail_arrivals
    where settled_at is null and next_try_at < ${iso(now)}::timestamptz - interval '1 minute'
    order by next_try_at limit ${limit}`;
}
