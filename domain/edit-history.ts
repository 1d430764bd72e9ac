/** Something that is being edited, with what can be taken back and done again. `run` names the field that is being typed into. */
export type EditHistory<Value> = { past: Value[]; present: Value; future: Value[]; run: string | null };

/** Changes with the same `run`, one after the other, are one change to whoever takes it back. */
export type EditAct<Value> = { kind: "change"; value: Value; run?: string } | { kind: "undo" } | { kind: "redo" };

const mostKept = 200;

export function beginEdit<Value>(value: Value): EditHistory<Value> {
  return { past: [], present: value, future: [], run: null };
}

/** The history after an act. An act that changes nothing leaves everything as it is, what was taken back included. */
export function edited<Value>(history: EditHistory<Value>, act: EditAct<Value>): EditHistory<Value> {
  if (act.kind === "undo") return undo(history);
  if (act.kind === "redo") return redo(history);
  if (sameValue(act.value, history.present)) return history;
  const goesOn = act.run !== undefined && act.run === history.run;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-mostKept);
  return { past, present: act.value, future: [], run: act.run ?? null };
}

function undo<Value>({ past, present, future }: EditHistory<Value>): EditHistory<Value> {
  if (past.length === 0) return { past, present, future, run: null };
  const last = past.slice(-1);
  return { past: past.slice(0, -1), present: last[0] ?? present, future: [present, ...future], run: null };
}

function redo<Value>({ past, present, future }: EditHistory<Value>): EditHistory<Value> {
  if (future.length === 0) return { past, present, future, run: null };
  return { past: [...past, present], present: future[0] ?? present, future: future.slice(1), run: null };
}

/** Whether two values say the same, whatever the order of their keys: Postgres keeps its own. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || canonicalText(one) === canonicalText(other);
}

/** One text for one value: keys in the order of the alphabet. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
