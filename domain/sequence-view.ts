import type { Step } from "./sequence.ts";
import type { SequenceGraph } from "./sequence-graph.ts";

export type SequenceVersionView = {
  id: string;
  number: number;
  steps: Step[];
  graph: SequenceGraph | null;
  frozen: boolean;
  updatedAt: string;
  by: string | null;
  enrolled: number;
};

/** What became of one step of one version. */
export type StepOutcome = {
  versionId: string;
  position: number;
  sent: number;
  clicked: number;
  recovered: number;
};

export type PublicationView = { id: string; version: number | null; by: string | null; at: string };

/** A sequence with every version, newest first; `liveVersionId` is null while it is withdrawn or never published. */
export type SequenceView = {
  id: string;
  name: string;
  liveVersionId: string | null;
  /** Since when it is paused; null while it goes on. */
  pausedAt: string | null;
  versions: SequenceVersionView[];
  publications: PublicationView[];
  outcomes: StepOutcome[];
};
