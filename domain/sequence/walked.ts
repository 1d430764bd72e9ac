import type { Passed } from "./walk.ts";

export const walkedKinds = [
  ...(["waited", "event_came", "event_missed", "split", "experiment", "not_resent", "already_sent"] as const),
  ...(["written", "tagged", "telling", "told", "called", "stopped", "finished"] as const),
] as const;
export type WalkedKind = (typeof walkedKinds)[number];

/**
 * What became of one step, as it is kept and shown. `outcome` is the branch of a split with its answer ("no, unknown" where
 * a fact was missing), an experiment's arm, the event waited for, the tag, the mail's id, what a webhook answered, or why
 * the walk stopped.
 */
export type Walked = { stepId: string | null; kind: WalkedKind; outcome: string | null };

/** What the interpreter decided on its way, as it is kept. */
export function walkedOf(passed: Passed): Walked {
  const { kind, stepId } = passed;
  switch (kind) {
    case "split":
      return { stepId, kind, outcome: passed.answer === null ? `${passed.branch}, unknown` : passed.branch };
    case "experiment":
      return { stepId, kind, outcome: passed.arm };
    case "event_came":
    case "event_missed":
      return { stepId, kind, outcome: passed.event };
    case "not_resent":
      return { stepId, kind, outcome: passed.because };
    default:
      return { stepId, kind, outcome: null };
  }
}
