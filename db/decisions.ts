import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { WithheldReason } from "#domain/budget.ts";
import type { Decision } from "#domain/decision.ts";
import { newId } from "./ids.ts";
import { decisions } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

export type DecisionRow = typeof decisions.$inferSelect;

/** The answer that stands for a position: its send or stop, or null while it only ever waited. */
export async function finalDecision(scope: Scope, enrollmentId: string, position: number): Promise<DecisionRow | null> {
  const [row] = await scope.db
    .select()
    .from(decisions)
    .where(
      and(
        eq(decisions.tenantId, scope.tenantId),
        eq(decisions.enrollmentId, enrollmentId),
        eq(decisions.position, position),
        inArray(decisions.kind, ["send", "stop"]),
      ),
    )
    .orderBy(asc(decisions.ordinal))
    .limit(1);
  return row ?? null;
}

/** Of what an answer is, with the incentive that the step offers, or the one that its budget did not give. */
type Decided = {
  enrollmentId: string;
  position: number;
  incentiveId: string | null;
  withheld?: { incentiveId: string; because: WithheldReason } | null;
};

/** Appends an answer. A repeated wait for the same instant is one row; two sends of one position cannot both be stored. */
export async function recordDecision(
  scope: Scope,
  place: Decided,
  decision: Decision,
  now: Date,
): Promise<DecisionRow> {
  const { enrollmentId, position } = place;
  const reason = decision.kind === "send" ? null : decision.reason;
  const until = decision.kind === "wait" ? decision.until : null;
  const ordinal = sql<number>`(select coalesce(max(d.ordinal), 0) + 1 from decisions d
    where d.tenant_id = ${scope.tenantId} and d.enrollment_id = ${enrollmentId} and d.position = ${position})`;
  const same = await latestDecision(scope, enrollmentId, position);
  if (same && same.kind === decision.kind && same.reason === reason && same.until?.getTime() === until?.getTime())
    return same;
  const incentiveId = decision.kind === "send" ? place.incentiveId : null;
  const withheld = decision.kind === "send" ? place.withheld : null;
  const [row] = await scope.db
    .insert(decisions)
    .values({
      tenantId: scope.tenantId,
      id: newId("decision", now),
      enrollmentId,
      position,
      ordinal,
      kind: decision.kind,
      reason,
      until,
      incentiveId,
      withheldIncentiveId: withheld?.incentiveId ?? null,
      withheldBecause: withheld?.because ?? null,
      bySequenceId: decision.kind === "stop" ? (decision.bySequenceId ?? null) : null,
      at: now,
    })
    .onConflictDoNothing()
    .returning();
  const stored = row ?? (await latestDecision(scope, enrollmentId, position));
  if (!stored) throw new Error(`no decision is stored for ${enrollmentId} at position ${position}`);
  return stored;
}

async function latestDecision(scope: Scope, enrollmentId: string, position: number): Promise<DecisionRow | null> {
  const [row] = await scope.db
    .select()
    .from(decisions)
    .where(
      and(
        eq(decisions.tenantId, scope.tenantId),
        eq(decisions.enrollmentId, enrollmentId),
        eq(decisions.position, position),
      ),
    )
    .orderBy(sql`${decisions.ordinal} desc`)
    .limit(1);
  return row ?? null;
}

/** One decision, or null when this tenant has none of that id. */
export async function getDecision(scope: Scope, id: string): Promise<DecisionRow | null> {
  const [row] = await scope.db
    .select()
    .from(decisions)
    .where(and(eq(decisions.tenantId, scope.tenantId), eq(decisions.id, id)));
  return row ?? null;
}
