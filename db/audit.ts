import { and, desc, lt } from "drizzle-orm";
import { newId } from "./ids.ts";
import { auditEntries } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

export type AuditActor = { kind: "member" | "key" | "shop"; id: string } | { kind: "policy" };
export type AuditEntry = Omit<typeof auditEntries.$inferSelect, "tenantId" | "salt">;

/** Notes what somebody did. `change` holds names and values of settings, never a secret and never a shopper's details. */
export async function recordAudit(
  scope: Scope,
  entry: { actor: AuditActor; action: string; subjectId?: string; change?: Record<string, unknown>; now: Date },
): Promise<void> {
  await scope.db.insert(auditEntries).values({
    tenantId: scope.tenantId,
    id: newId("audit", entry.now),
    actorKind: entry.actor.kind,
    actorId: entry.actor.kind === "policy" ? null : entry.actor.id,
    action: entry.action,
    subjectId: entry.subjectId ?? null,
    change: entry.change ?? {},
    at: entry.now,
  });
}

/** Newest first; `before` is the id of the last entry of the page before. */
export function listAudit(scope: Scope, page: { before?: string; limit: number }): Promise<AuditEntry[]> {
  const { tenantId: _, ...columns } = auditColumns;
  return scope.db
    .select(columns)
    .from(auditEntries)
    .where(and(page.before ? lt(auditEntries.id, page.before) : undefined))
    .orderBy(desc(auditEntries.id))
    .limit(page.limit);
}

const auditColumns = {
  tenantId: auditEntries.tenantId,
  id: auditEntries.id,
  actorKind: auditEntries.actorKind,
  actorId: auditEntries.actorId,
  action: auditEntries.action,
  subjectId: auditEntries.subjectId,
  change: auditEntries.change,
  at: auditEntries.at,
};
