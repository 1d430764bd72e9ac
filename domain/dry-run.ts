import type { ReplayRefusal } from "./sequence/dry-run.ts";
import type { DryRunTally } from "./sequence/dry-run-tally.ts";
import type { SequenceGraph } from "./sequence-graph.ts";

export const dryRunStatuses = ["running", "done", "cancelled", "failed"] as const;
export type DryRunStatus = (typeof dryRunStatuses)[number];

/** The longest period that a dry run may look at, in days. */
export const mostDryRunDays = 92;

/** A dry run as pages and the API show it. `carts` is how many there are to be walked, `version` null for the draft. */
export type DryRunView = {
  id: string;
  sequenceId: string;
  versionId: string | null;
  version: number | null;
  graph: SequenceGraph;
  from: string;
  to: string;
  status: DryRunStatus;
  carts: number;
  tally: DryRunTally;
  by: string | null;
  startedAt: string;
  endedAt: string | null;
};

export type DryRunRow = Pick<DryRunView, "id" | "version" | "from" | "to" | "status" | "startedAt"> & {
  entered: number;
};

export type DryRunOutcome = "entered" | ReplayRefusal;

/** One cart of a dry run. */
export type DryRunCart = {
  cartId: string;
  name: string | null;
  address: string | null;
  abandonedAt: string;
  outcome: DryRunOutcome;
  arm: string | null;
  messages: number;
  ended: string | null;
};
