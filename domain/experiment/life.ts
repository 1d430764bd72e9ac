export const experimentActs = [
  "created",
  "changed",
  "started",
  "paused",
  "resumed",
  "stopped",
  "concluded",
  "promoted",
  "retired",
] as const;
export type ExperimentActKind = (typeof experimentActs)[number];

export const experimentStates = ["draft", "running", "paused", "stopped", "concluded", "promoted", "retired"] as const;
export type ExperimentState = (typeof experimentStates)[number];

/** Who did it: a person, a key of theirs, or the rule that was chosen before the start. */
export type ActBy = { kind: "member" | "key"; id: string } | { kind: "policy" };

const stateAfter: Record<Exclude<ExperimentActKind, "changed">, ExperimentState> = {
  created: "draft",
  started: "running",
  paused: "paused",
  resumed: "running",
  stopped: "stopped",
  concluded: "concluded",
  promoted: "promoted",
  retired: "retired",
};

const allowed: Record<ExperimentActKind, ExperimentState[]> = {
  created: [],
  changed: ["draft", "running", "paused"],
  started: ["draft"],
  paused: ["running"],
  resumed: ["paused"],
  stopped: ["running", "paused"],
  concluded: ["running", "paused", "stopped"],
  promoted: ["concluded"],
  retired: ["promoted"],
};

/** What an experiment is, from its acts in their order; without any it is a draft. */
export function stateOf(acts: { kind: ExperimentActKind }[]): ExperimentState {
  const last = acts.findLast((act) => act.kind !== "changed");
  return last && last.kind !== "changed" ? stateAfter[last.kind] : "draft";
}

/** Whether an act may follow on a state. `created` is the first of all and follows on nothing. */
export function mayAct(state: ExperimentState, act: ExperimentActKind): boolean {
  return allowed[act].includes(state);
}

/** What may be changed once contacts are in: anything else would make two experiments of one. */
export const changeableWhileRunning = ["shares", "endsAt"] as const;
export type ChangeWhileRunning = (typeof changeableWhileRunning)[number];

/** The fields of a change that an experiment in this state refuses; a draft refuses none. */
export function refusedChanges(state: ExperimentState, fields: string[]): string[] {
  if (state === "draft") return [];
  if (!mayAct(state, "changed")) return fields;
  return fields.filter((field) => !changeableWhileRunning.some((one) => one === field));
}
