import type { Finding } from "./draft.ts";
import type { OversightMode } from "./sequence.ts";

export const verdicts = ["approved", "edited", "rejected", "expired"] as const;
export type Verdict = (typeof verdicts)[number];

export const deadlineActions = ["send", "drop", "scripted"] as const;
/** What happens to a draft nobody reviewed in time: send it, drop it, or send the scripted writer's words instead. */
export type DeadlineAction = (typeof deadlineActions)[number];

export const heldReasons = ["gated", "flagged", "expired_fallback"] as const;
export type HeldReason = (typeof heldReasons)[number];

/** Who a verdict comes from: a person or key by id, or the tenant's policy. */
export type Reviewer = { kind: "member" | "key"; id: string } | { kind: "policy" };

/** Whether a draft waits for a person under the mode, and why; null lets it go on by policy. */
export function heldFor(mode: OversightMode, findings: Finding[]): HeldReason | null {
  if (mode === "gated") return "gated";
  if (mode === "monitored" && findings.length > 0) return "flagged";
  return null;
}

/** The author of words may not approve them: not the member who edited, not the key that wrote. */
export function mayReview(reviewer: { id: string }, draft: { authorId: string | null }): boolean {
  return draft.authorId === null || draft.authorId !== reviewer.id;
}
