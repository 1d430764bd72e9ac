import { finalDecision, recordDecision } from "#db/decisions.ts";
import { closeEnrollment, setNextDue } from "#db/enrollments.ts";
import { availableIncentives } from "#db/incentives.ts";
import { withScope } from "#db/scope.ts";
import { decide } from "#domain/decision.ts";
import { chooseIncentive } from "#domain/incentive.ts";
import { expose } from "./expose.ts";
import { loadSnapshot } from "./load-snapshot.ts";

/** What a run needs to know of an answer. Dates cross steps as ISO text. */
export type StepAnswer = { kind: "send"; decisionId: string } | { kind: "wait"; until: string } | { kind: "stop" };

/** Loads, asks `decide`, stores the answer. A stop closes the enrollment; a stored send or stop is final. */
export function decideStep(tenantId: string, enrollmentId: string, position: number, now: Date): Promise<StepAnswer> {
  return withScope(tenantId, async (scope) => {
    const loaded = await loadSnapshot(scope, { enrollmentId, position, exceptMessageId: null }, now);
    if (!loaded || loaded.enrollment.closedAt) return { kind: "stop" };
    const settled = await finalDecision(scope, enrollmentId, position);
    if (settled) return settled.kind === "send" ? { kind: "send", decisionId: settled.id } : { kind: "stop" };
    const decision = decide(loaded.snapshot, now);
    const offered = loaded.step
      ? chooseIncentive(
          loaded.step.offer,
          { subtotal: loaded.cart.totals.subtotal, currency: loaded.cart.currency },
          await availableIncentives(scope),
        )
      : null;
    const row = await recordDecision(
      scope,
      { enrollmentId, position, incentiveId: offered?.id ?? null },
      decision,
      now,
    );
    if (decision.kind === "wait") {
      await setNextDue(scope, enrollmentId, decision.until);
      return { kind: "wait", until: decision.until.toISOString() };
    }
    if (decision.kind === "stop") {
      await closeEnrollment(scope, enrollmentId, decision, now);
      return { kind: "stop" };
    }
    await expose(scope, loaded, now);
    return { kind: "send", decisionId: row.id };
  });
}
