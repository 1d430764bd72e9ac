import type { SequenceGraph } from "./sequence-graph.ts";

/** A sequence as it is being edited. Revision 0 was never saved: it is the newest version as it stands. */
export type SequenceDraft = {
  sequenceId: string;
  graph: SequenceGraph;
  revision: number;
  savedBy: string | null;
  savedAt: string | null;
};

/** What became of one message of a version, by its place among the version's messages. `revenue` is in minor units. */
export type StepFigures = {
  position: number;
  sent: number;
  opened: number;
  clicked: number;
  orders: number;
  notSent: number;
  revenue: { currency: string; amount: number }[];
};
