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
