import { and, eq, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { ConversationStatus } from "#domain/inbox.ts";
import { iso } from "./instants.ts";
import { conversations } from "./schema/inbox.ts";
import type { Scope } from "./scope.ts";

const byId = (scope: Scope, id: string) => and(eq(conversations.tenantId, scope.tenantId), eq(conversations.id, id));

/**
 * Closes a conversation, so that nobody waits, or opens it again as it stood: it waits for us where a person wrote last,
 * else for them. False when it stood so already. What waits for it is let go of by `letGo`.
 */
export async function setConversationStatus(
  scope: Scope,
  id: string,
  status: ConversationStatus,
  now: Date,
): Promise<boolean> {
  const [found] = await scope.db
    .select({ status: conversations.status })
    .from(conversations)
    .where(byId(scope, id))
    .for("update");
  if (!found) throw new AppError("not_found", "There is no such conversation");
  if (found.status === status) return false;
  const change =
    status === "closed"
      ? { status, waitsFor: "nobody" as const, closedAt: now }
      : { status, waitsFor: await turnIn(scope, id), closedAt: null };
  await scope.db.update(conversations).set(change).where(byId(scope, id));
  return true;
}

async function turnIn(scope: Scope, id: string): Promise<"us" | "them"> {
  const [last] = await scope.db.execute<{ ours: boolean }>(sql`
    select coalesce((select max(sent_at) from letters where tenant_id = ${scope.tenantId} and conversation_id = ${id}), '-infinity')
      >= coalesce((select max(received_at) from inbound_mails where tenant_id = ${scope.tenantId} and conversation_id = ${id}
        and not is_automatic), '-infinity') as ours`);
  return last?.ours ? "them" : "us";
}

/** Notes that an answer has left: it is their turn, unless they wrote again after the mail that it answers. */
export async function recordAnswered(
  scope: Scope,
  { conversationId, mailId }: { conversationId: string; mailId: string | null },
  now: Date,
): Promise<void> {
  await scope.db.execute(sql`
    update conversations c set last_at = greatest(c.last_at, ${iso(now)}::timestamptz),
      waits_for = case when c.status = 'open' and not exists (
        select from inbound_mails m join inbound_mails answered
          on answered.tenant_id = m.tenant_id and answered.id = ${mailId} and m.received_at > answered.received_at
        where m.tenant_id = c.tenant_id and m.conversation_id = c.id and not m.is_automatic)
        then 'them' else c.waits_for end
    where c.tenant_id = ${scope.tenantId} and c.id = ${conversationId}`);
}
