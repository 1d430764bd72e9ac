import { expect, test } from "vitest";
import { type ExperimentActKind, experimentActs, experimentStates, mayAct, refusedChanges, stateOf } from "./life.ts";

const after = (...kinds: ExperimentActKind[]) => stateOf(kinds.map((kind) => ({ kind })));

test("the state is what the acts say, changes aside", () => {
  expect(after()).toBe("draft");
  expect(after("created", "changed")).toBe("draft");
  expect(after("created", "started", "changed")).toBe("running");
  expect(after("created", "started", "paused")).toBe("paused");
  expect(after("created", "started", "paused", "resumed")).toBe("running");
  expect(after("created", "started", "concluded", "promoted", "retired")).toBe("retired");
});

test("every act leads from where it is allowed to a state that knows it", () => {
  for (const act of experimentActs) {
    if (act === "created") continue;
    expect(experimentStates.some((state) => mayAct(state, act))).toBe(true);
  }
  expect(mayAct("concluded", "resumed")).toBe(false);
  expect(mayAct("stopped", "started")).toBe(false);
  expect(mayAct("running", "promoted")).toBe(false);
});

test("while contacts come in, only the shares and the end may change; once it has ended, nothing", () => {
  expect(refusedChanges("draft", ["arms", "plan", "name"])).toEqual([]);
  expect(refusedChanges("running", ["shares", "endsAt", "plan", "arms"])).toEqual(["plan", "arms"]);
  expect(refusedChanges("concluded", ["shares"])).toEqual(["shares"]);
});
