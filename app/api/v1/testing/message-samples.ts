import { workerSql } from "#db/connections.ts";
import type { Sampling } from "./sample.ts";

type Queued = { id: string; until: Date };

/** A message of the tenant that stands in the queue, as if its run had just put it there. */
async function queued(tenantId: string): Promise<Queued> {
  const sql = workerSql();
  const [row] = await sql<Queued[]>`
    select m.id, e.abandoned_at + interval '1 day' as until from messages m
    join enrollments e on e.tenant_id = m.tenant_id and e.id = m.enrollment_id
    join drafts d on d.tenant_id = m.tenant_id and d.id = m.draft_id
    where m.tenant_id = ${tenantId} and e.closed_at is null and d.chosen and d.words is not null and d.brief is not null
    order by e.abandoned_at desc, m.id desc limit 1`;
  if (!row) throw new Error("the demo has no message of an open enrollment");
  await sql`update messages set status = 'queued', sent_at = null, reason = null, claim = null, due_at = now() + interval '1 hour'
    where tenant_id = ${tenantId} and id = ${row.id}`;
  return row;
}

export const words = {
  subject: "Your basket waits",
  preheader: "Still here",
  heading: "Your basket waits",
  paragraphs: ["What you chose is still here."],
  button: "Back to the basket",
};

/** A request of each operation on the messages of sequences. */
export const messageSamples: Record<string, Sampling> = {
  get_message: async (tenantId) => ({ params: { id: (await queued(tenantId)).id } }),
  reschedule_message: async (tenantId) => ({
    params: { id: (await queued(tenantId)).id },
    body: { send_at: new Date(Date.now() + 3_600_000).toISOString() },
  }),
  edit_message: async (tenantId) => ({ params: { id: (await queued(tenantId)).id }, body: { words } }),
};
