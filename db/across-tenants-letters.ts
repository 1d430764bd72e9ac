import type { Standing } from "./across-tenants-jobs.ts";
import { workerSql } from "./connections.ts";
import { iso } from "./instants.ts";

/** Letters that should have left by now, or whose try broke off, so that the sweep can announce them again. */
export async function acrossTenantsStandingLetters(now: Date, limit: number): Promise<Standing[]> {
  const at = iso(now);
  return workerSql()<Standing[]>`select tenant_id as "tenantId", id from letters
    where (status = 'queued' and due_at < ${at}::timestamptz - interval '1 minute')
      or (status = 'sending' and claimed_at < ${at}::timestamptz - interval '5 minutes')
    order by due_at limit ${limit}`;
}

/** Letters whose time for a person is over. */
export async function acrossTenantsOverdueLetters(now: Date, limit: number): Promise<Standing[]> {
  return workerSql()<Standing[]>`select tenant_id as "tenantId", id from letters
    where status = 'pending_approval' and review_due_at <= ${iso(now)} order by review_due_at limit ${limit}`;
}

/** Mails of the last day that people wrote and nothing has come of: whether to propose an answer was never asked. */
export async function acrossTenantsUnproposedMails(now: Date, limit: number): Promise<Standing[]> {
  const at = iso(now);
  return workerSql()<Standing[]>`select m.tenant_id as "tenantId", m.id from inbound_mails m
    where m.received_at between ${at}::timestamptz - interval '1 day' and ${at}::timestamptz - interval '1 minute'
      and not m.is_automatic and m.erased_at is null and m.intent in ('question', 'complaint', 'bought_elsewhere')
      and not exists (select 1 from answer_proposals p where p.tenant_id = m.tenant_id and p.mail_id = m.id)
    order by m.received_at limit ${limit}`;
}
