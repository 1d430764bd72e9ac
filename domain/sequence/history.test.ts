import fc from "fast-check";
import { expect, test } from "vitest";
import { actOn, beginHistory, type HistoryAct, sameGraph } from "./history.ts";
import { arbitraryGraph } from "./testing/arbitrary-graph.ts";

const change: fc.Arbitrary<HistoryAct> = fc.record(
  { kind: fc.constant("change" as const), graph: arbitraryGraph, run: fc.constantFrom("delay", "note") },
  { requiredKeys: ["kind", "graph"] },
);
const act: fc.Arbitrary<HistoryAct> = fc.oneof(
  { weight: 4, arbitrary: change },
  fc.constantFrom<HistoryAct>({ kind: "undo" }, { kind: "redo" }),
);

test("undo takes any change back, and redo makes it again", () => {
  fc.assert(
    fc.property(arbitraryGraph, fc.array(act, { maxLength: 20 }), arbitraryGraph, (first, acts, graph) => {
      const before = acts.reduce(actOn, beginHistory(first));
      fc.pre(!sameGraph(before.present, graph));
      const after = actOn(before, { kind: "change", graph });
      expect(actOn(after, { kind: "undo" }).present).toBe(before.present);
      expect(actOn(actOn(after, { kind: "undo" }), { kind: "redo" }).present).toBe(graph);
    }),
  );
});

test("enough undos lead back to where it began, enough redos to the end", () => {
  fc.assert(
    fc.property(arbitraryGraph, fc.array(change, { maxLength: 20 }), (first, changes) => {
      const end = changes.reduce(actOn, beginHistory(first));
      const back = changes.reduce((history) => actOn(history, { kind: "undo" }), end);
      expect(back.present).toBe(first);
      expect(changes.reduce((history) => actOn(history, { kind: "redo" }), back).present).toBe(end.present);
    }),
  );
});

test("what is typed into one field in a row is taken back at once", () => {
  fc.assert(
    fc.property(arbitraryGraph, fc.array(arbitraryGraph, { minLength: 1, maxLength: 5 }), (first, typed) => {
      const end = typed.reduce(
        (history, graph) => actOn(history, { kind: "change", graph, run: "note" }),
        beginHistory(first),
      );
      expect(sameGraph(actOn(end, { kind: "undo" }).present, first)).toBe(true);
    }),
  );
});

test("a change that changes nothing keeps what was taken back", () => {
  fc.assert(
    fc.property(arbitraryGraph, arbitraryGraph, (first, second) => {
      fc.pre(!sameGraph(first, second));
      const undone = actOn(actOn(beginHistory(first), { kind: "change", graph: second }), { kind: "undo" });
      const again = actOn(undone, { kind: "change", graph: structuredClone(first) });
      expect(actOn(again, { kind: "redo" }).present).toBe(second);
    }),
  );
});
