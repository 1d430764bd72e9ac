import type { CloseReason } from "../enrollment.ts";
import type { SequenceGraph } from "../sequence-graph.ts";
import type { WalkedKind } from "./walked.ts";

/** The way that one enrollment of a cart really took through a graph so far. Instants are ISO 8601. */
export type CartWalk = {
  id: string;
  sequenceId: string;
  sequence: string;
  versionId: string;
  version: number;
  graph: SequenceGraph;
  steps: { ordinal: number; stepId: string | null; kind: WalkedKind; outcome: string | null; at: string }[];
  /** Where it stands, and until when; null once it has ended. */
  standsAt: string | null;
  until: string | null;
  closedAt: string | null;
  closeReason: CloseReason | null;
};
