import { messageSteps, type SequenceGraph } from "../sequence-graph.ts";

export const moveRefusals = ["step_gone", "messages_elsewhere", "tests_versions"] as const;
/**
 * Why a run cannot be moved to another version: it stands at a step that is not there, messages that were decided on have
 * other places there, or an experiment chose its version.
 */
export type MoveRefusal = (typeof moveRefusals)[number];

/** Where a run stands: its step, null before the first, and the positions that were decided on. */
export type Underway = { stepId: string | null; decided: number[]; testsVersions: boolean };

/** What of a sequence's open runs could go on with the version that is live, and how many could not, by reason. */
export type MoveView = { number: number; movable: number; refused: { reason: MoveRefusal; runs: number }[] };

/** Whether a run may go on with another version; null says yes. Decisions are kept by position, so those must agree. */
export function refusalToMove(
  run: Underway,
  { from, to }: { from: SequenceGraph; to: SequenceGraph },
): MoveRefusal | null {
  if (run.testsVersions) return "tests_versions";
  if (run.stepId !== null && !to.steps.some(({ id }) => id === run.stepId)) return "step_gone";
  const [was, is] = [messageSteps(from), messageSteps(to)];
  return run.decided.every((place) => was[place]?.id === is[place]?.id) ? null : "messages_elsewhere";
}
