import type { Tone } from "../ui/badge.tsx";

export type SequenceState = "live" | "paused" | "not_live";

export const sequenceStateLabels: Record<SequenceState, string> = {
  live: "Live",
  paused: "Paused",
  not_live: "Not live",
};

export const sequenceStateTones: Record<SequenceState, Tone> = { live: "good", paused: "warn", not_live: "neutral" };

/** What a sequence does now: one that is not live does not rest either. */
export function sequenceState(sequence: { isLive: boolean; pausedAt: string | null }): SequenceState {
  if (!sequence.isLive) return "not_live";
  return sequence.pausedAt === null ? "live" : "paused";
}
