import { askBudget, recordGrant } from "#db/budgets.ts";
import { finalDecision, recordDecision } from "#db/decisions.ts";
import { closeEnrollment, setNextDue } from "#db/enrollments.ts";
import { availableIncentives } from "#db/incentives.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { decide, type WaitReason } from "#domain/decision.ts";
import { chooseIncentive, incentiveValue } from "#domain/incentive.ts";
import { expose } from "./expose.ts";
import { type Loaded, loadSnapshot } from "./load-snapshot.ts";

/** What a run needs to know of an answer: `untilFreed` is true where somebody may end the wait. Dates cross as ISO text. */
export type StepAnswer =
  | { kind: "send"; decisionId: string }
  | { kind: "wait"; until: string; untilFreed?: true }
  | { kind: "stop" };

/** A conversation is closed, a sequence goes on. */
const freedBySomebody = new Set<WaitReason>(["replied", "sequence_paused"]);

/** Loads, asks `decide`, stores the answer. A stop closes the enrollment; a stored send or stop is final. */
export function decideStep(tenantId: string, enrollmentId: string, position: number, now: Date): Promise<StepAnswer> {
  return withJobScope(tenantId, async (scope) => {
    const loaded = await loadSnapshot(scope, { enrollmentId, position, exceptMessageId: null }, now);
    if (!loaded || loaded.enrollment.closedAt) return { kind: "stop" };
    const settled = await finalDecision(scope, enrollmentId, position);
    if (settled) return settled.kind === "send" ? { kind: "send", decisionId: settled.id } : { kind: "stop" };
    const decision = decide(loaded.snapshot, now);
    const offer = decision.kind === "send" ? await offerOf(scope, loaded, now) : noOffer;
    const row = await recordDecision(scope, { enrollmentId, position, ...offer }, decision, now);
    if (offer.grant && row.incentiveId) await recordGrant(scope, { decisionId: row.id, ...offer.grant }, now);
    if (decision.kind === "wait") {
      await setNextDue(scope, enrollmentId, decision.until);
      const until = decision.until.toISOString();
      return freedBySomebody.has(decision.reason) ? { kind: "wait", until, untilFreed: true } : { kind: "wait", until };
    }
    if (decision.kind === "stop") {
      await closeEnrollment(scope, enrollmentId, decision, now);
      return { kind: "stop" };
    }
    await expose(scope, loaded, now);
    return { kind: "send", decisionId: row.id };
  });
}

const noOffer = { incentiveId: null, withheld: null, grant: null };

/** What the step offers to this cart, if its budget gives it; else the message leaves without, and the decision says why. */
async function offerOf(scope: Scope, { step, cart }: Loaded, now: Date) {
  const { totals, currency } = cart;
  const chosen = step
    ? chooseIncentive(step.offer, { subtotal: totals.subtotal, currency }, await availableIncentives(scope))
    : null;
  if (!chosen) return noOffer;
  const amount = { amount: incentiveValue(chosen, totals), currency };
  const because = await askBudget(scope, chosen.id, amount, now);
  if (because) return { incentiveId: null, withheld: { incentiveId: chosen.id, because }, grant: null };
  const grant = { incentiveId: chosen.id, amount, validHours: chosen.validHours };
  return { incentiveId: chosen.id, withheld: null, grant };
}
