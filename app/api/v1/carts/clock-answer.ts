import type { ApiDecision } from "#db/api-decision-views.ts";
import type { CartClock, ClockBlock } from "#domain/cart-clock.ts";

export type ClockAnswer = {
  lastActivityAt: string;
  /** When the cart counts as abandoned if it stays quiet. */
  dueAt: string;
  abandonedAt: string | null;
  /** When the next step is taken up, or a draft's review ends. */
  nextStepAt: string | null;
  /** Why nothing is sent at this moment. */
  blockedBy: ClockBlock | NonNullable<ApiDecision["reason"]> | "awaiting_review" | null;
};

/** The clock of a cart in the API's words: the last named reason to wait stands until the next step is due. */
export function clockAnswer(clock: CartClock, decisions: ApiDecision[]): ClockAnswer {
  const { lastActivityAt, abandonmentDueAt: dueAt, abandonedAt, next } = clock;
  const answer = { lastActivityAt, dueAt, abandonedAt };
  if (next.kind === "nothing") return { ...answer, nextStepAt: null, blockedBy: next.reason };
  if (next.kind === "review") return { ...answer, nextStepAt: next.at, blockedBy: "awaiting_review" };
  if (next.kind === "abandonment") return { ...answer, nextStepAt: null, blockedBy: "not_due" };
  if (next.kind === "enrollment") return { ...answer, nextStepAt: next.at, blockedBy: null };
  const last = decisions.filter((decision) => decision.position === next.position).at(-1);
  return { ...answer, nextStepAt: next.at, blockedBy: last?.kind === "wait" ? last.reason : "not_due" };
}
