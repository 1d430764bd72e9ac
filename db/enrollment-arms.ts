import { and, eq, sql } from "drizzle-orm";
import type { ChosenArm } from "#domain/experiment/apply-arms.ts";
import type { Arm } from "#domain/experiment.ts";
import { assignments, enrollmentArms, experiments } from "./schema/experiments.ts";
import type { Scope } from "./scope.ts";

/**
 * Stores a contact's arm once, with how likely it was and what the contact had spent before, and returns the stored arm,
 * which may be older than the proposal.
 */
export async function assignArm(
  scope: Scope,
  proposal: { experimentId: string; contactId: string; arm: string; currency: string; number: number; chance: number },
  now: Date,
): Promise<string> {
  const { experimentId, contactId, arm, currency, number, chance } = proposal;
  const [made] = await scope.db.execute<{ arm: string }>(sql`
    insert into assignments (tenant_id, experiment_id, contact_id, arm, at, weights_number, probability, spent_before)
    select ${scope.tenantId}, ${experimentId}, ${contactId}, ${arm}, ${now.toISOString()}::timestamptz, ${number}, ${chance},
      (select coalesce(sum(greatest(0, total - greatest(0, refunded))), 0) from orders where tenant_id = ${scope.tenantId}
        and contact_id = ${contactId} and currency = ${currency} and status <> 'cancelled'
        and ordered_at < ${now.toISOString()}::timestamptz)
    on conflict do nothing returning arm`);
  return made?.arm ?? (await assignedArm(scope, experimentId, contactId)) ?? arm;
}

/** The arm that a contact was assigned before; null when it was not. */
export async function assignedArm(scope: Scope, experimentId: string, contactId: string): Promise<string | null> {
  const [row] = await scope.db
    .select({ arm: assignments.arm })
    .from(assignments)
    .where(
      and(
        eq(assignments.tenantId, scope.tenantId),
        eq(assignments.experimentId, experimentId),
        eq(assignments.contactId, contactId),
      ),
    );
  return row?.arm ?? null;
}

/** Keeps under which arms an enrollment goes its way; a held-out one is asked again whether it would have been written to. */
export async function keepArms(scope: Scope, enrollmentId: string, chosen: ChosenArm[], now: Date): Promise<void> {
  if (chosen.length === 0) return;
  const { tenantId } = scope;
  const rows = chosen.map(({ experimentId, arm }) => {
    const askAgainAt = arm.kind === "holdout" ? now : null;
    return { tenantId, enrollmentId, experimentId, arm: arm.name, kind: arm.kind, at: now, askAgainAt };
  });
  await scope.db.insert(enrollmentArms).values(rows).onConflictDoNothing();
}

/** An arm with all arms of its experiment, by which it is told what the experiment is about. */
export type EnrollmentArm = ChosenArm & { all: Arm[] };

/** The arms of an enrollment as their experiments spell them, the oldest experiment first. */
export async function armsOf(scope: Scope, enrollmentId: string): Promise<EnrollmentArm[]> {
  const rows = await scope.db
    .select({ experimentId: experiments.id, name: enrollmentArms.arm, all: experiments.arms })
    .from(enrollmentArms)
    .innerJoin(
      experiments,
      and(eq(experiments.tenantId, enrollmentArms.tenantId), eq(experiments.id, enrollmentArms.experimentId)),
    )
    .where(and(eq(enrollmentArms.tenantId, scope.tenantId), eq(enrollmentArms.enrollmentId, enrollmentId)))
    .orderBy(experiments.createdAt, experiments.id);
  return rows.flatMap(({ experimentId, name, all }) => {
    const arm = all.find((one) => one.name === name);
    return arm ? [{ experimentId, arm, all }] : [];
  });
}

/** When a held-out enrollment is asked again whether it would have been written to; null when that is known. */
export async function askHoldoutAgain(
  scope: Scope,
  { enrollmentId, experimentId }: { enrollmentId: string; experimentId: string },
  at: Date | null,
): Promise<void> {
  await scope.db
    .update(enrollmentArms)
    .set({ askAgainAt: at })
    .where(
      and(
        eq(enrollmentArms.tenantId, scope.tenantId),
        eq(enrollmentArms.enrollmentId, enrollmentId),
        eq(enrollmentArms.experimentId, experimentId),
      ),
    );
}
