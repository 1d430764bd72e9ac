import { abandonmentBlock, abandonmentDueAt, type CartBlock, type QuietCart } from "./cart.ts";
import type { WaitReason } from "./decision.ts";
import type { CloseReason, EnrollmentRefusal } from "./enrollment.ts";

export type ClockBlock = CartBlock | CloseReason | EnrollmentRefusal;

/** What happens to a cart next, and when; or by name why nothing does. Instants are ISO 8601. */
export type NextOnCart =
  | { kind: "abandonment"; at: string }
  | { kind: "enrollment"; at: string }
  | { kind: "step"; position: number; at: string; waits: WaitReason | null }
  | { kind: "review"; draftId: string; at: string | null }
  | { kind: "nothing"; reason: ClockBlock };

/** The clock of one cart: when it last moved, when it counts as abandoned, what comes next. */
export type CartClock = {
  lastActivityAt: string;
  abandonmentDueAt: string;
  abandonedAt: string | null;
  next: NextOnCart;
};

export type ClockFacts = {
  cart: QuietCart;
  thresholdMinutes: number;
  /** The newest enrollment; `position` is the step it stands at. */
  enrollment: {
    position: number;
    nextDueAt: Date | null;
    closed: boolean;
    closeReason: CloseReason | null;
    holdout: boolean;
    /** Why it waits, where that is known. */
    waits: WaitReason | null;
  } | null;
  /** Why an abandoned cart without enrollment may not enter the sequence. */
  refusal: EnrollmentRefusal | null;
  waitingDraft: { id: string; reviewDueAt: Date | null } | null;
  /** The newer cart of the same person, which they are written about instead. */
  mergedInto: string | null;
};

/** Reads the clock of a cart: the first thing that holds decides what is next. */
export function cartClock(facts: ClockFacts, now: Date): CartClock {
  const { cart, thresholdMinutes } = facts;
  return {
    lastActivityAt: cart.lastActivityAt.toISOString(),
    abandonmentDueAt: abandonmentDueAt(cart.lastActivityAt, thresholdMinutes).toISOString(),
    abandonedAt: cart.abandonedAt?.toISOString() ?? null,
    next: nextOn(facts, now),
  };
}

function nextOn(facts: ClockFacts, now: Date): NextOnCart {
  const { cart, thresholdMinutes, enrollment, waitingDraft } = facts;
  const block = abandonmentBlock(cart, now, thresholdMinutes);
  if (block && block !== "not_due") return { kind: "nothing", reason: block };
  if (facts.mergedInto) return { kind: "nothing", reason: "superseded" };
  if (!enrollment && !cart.abandonedAt) {
    return { kind: "abandonment", at: abandonmentDueAt(cart.lastActivityAt, thresholdMinutes).toISOString() };
  }
  if (!enrollment) {
    return facts.refusal ? { kind: "nothing", reason: facts.refusal } : { kind: "enrollment", at: now.toISOString() };
  }
  if (enrollment.holdout) return { kind: "nothing", reason: "holdout" };
  if (enrollment.closed) return { kind: "nothing", reason: enrollment.closeReason ?? "finished" };
  if (waitingDraft) {
    return { kind: "review", draftId: waitingDraft.id, at: waitingDraft.reviewDueAt?.toISOString() ?? null };
  }
  return {
    kind: "step",
    position: enrollment.position,
    at: (enrollment.nextDueAt ?? now).toISOString(),
    waits: enrollment.waits,
  };
}
