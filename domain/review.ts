import type { Finding } from "./draft.ts";
import {
  type DeadlineAction as Action,
  deadlineActions as actions,
  type Reviewer as By,
  type HoldReason,
} from "./draft-life.ts";
import type { OversightMode } from "./sequence.ts";

export const verdicts = ["approved", "edited", "rejected", "expired"] as const;
export type Verdict = (typeof verdicts)[number];

/** The older names of what draft-life.ts calls by its own. */
export const deadlineActions = actions;
export type DeadlineAction = Action;
export type HeldReason = HoldReason;
export type Reviewer = By;

/** Whether a draft waits for a person under the mode, and why; null lets it go on by policy. */
export function heldFor(mode: OversightMode, findings: Finding[]): HoldReason | null {
  if (mode === "gated") return "gated";
  if (mode === "monitored" && findings.length > 0) return "finding";
  return null;
}

/** The author of words may not approve them: not the member who edited, not the key that wrote. */
export function mayReview(reviewer: { id: string }, draft: { authorId: string | null }): boolean {
  return draft.authorId === null || draft.authorId !== reviewer.id;
}
