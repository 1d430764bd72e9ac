import type { Analysis } from "./experiment/analysis.ts";
import type { ExperimentFault } from "./experiment/faults.ts";
import type { ExperimentActKind, ExperimentState } from "./experiment/life.ts";
import type { Expectation, Traffic } from "./experiment/planning.ts";
import type { Arm, Plan } from "./experiment.ts";
import type { SequenceGraph } from "./sequence-graph.ts";

/** One line of the list of experiments. `verdict` is that of the newest analysis that was kept. */
export type ExperimentListRow = {
  id: string;
  name: string;
  state: ExperimentState;
  sequence: { id: string; name: string } | null;
  arms: Pick<Arm, "name" | "kind" | "share">[];
  createdAt: string;
  startedAt: string | null;
  /** When contacts were no longer assigned for good: stopped, or concluded. */
  endedAt: string | null;
  verdict: string | null;
};

export type ActView = {
  id: string;
  kind: ExperimentActKind;
  byKind: "member" | "key" | "policy";
  byId: string | null;
  reason: string | null;
  change: Record<string, unknown>;
  at: string;
};

/** One experiment, as the API answers with it. */
export type ExperimentView = {
  id: string;
  sequenceId: string;
  name: string;
  arms: Arm[];
  plan: Plan;
  endsAt: string | null;
  createdAt: string;
  state: ExperimentState;
  acts: ActView[];
  weights: { number: number; kind: "set" | "thompson"; weights: { arm: string; weight: number }[]; at: string }[];
  faults: ExperimentFault[];
};

/** An analysis with when it was made, whether it is frozen, and what it says in plain words. */
export type AnalysisView = { at: string; frozen: boolean; text: string; analysis: Analysis };

/** What is said of an experiment before its start. */
export type SetupView = {
  sequenceId: string;
  name: string;
  arms: Arm[];
  plan: Plan;
  endsAt: string | null;
};

/** What a setup may expect, and what keeps it from being started. */
export type ExpectationView = { traffic: Traffic; expectation: Expectation; faults: ExperimentFault[] };

/** A sequence that something may be tried on: its live version, or the newest where none is live, and its frozen ones. */
export type TriableSequence = {
  id: string;
  name: string;
  live: boolean;
  graph: SequenceGraph;
  versions: { id: string; number: number }[];
};
