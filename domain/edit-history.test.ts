import fc from "fast-check";
import { expect, test } from "vitest";
import { beginEdit, type EditAct, edited, sameValue } from "./edit-history.ts";
import { arbitraryGraph } from "./sequence/testing/arbitrary-graph.ts";
import type { SequenceGraph } from "./sequence-graph.ts";

type Act = EditAct<SequenceGraph>;

const change: fc.Arbitrary<Act> = fc.record(
  { kind: fc.constant("change" as const), value: arbitraryGraph, run: fc.constantFrom("delay", "note") },
  { requiredKeys: ["kind", "value"] },
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: change },
  fc.constantFrom<Act>({ kind: "undo" }, { kind: "redo" }),
);

test("undo takes any change back, and redo makes it again", () => {
  fc.assert(
    fc.property(arbitraryGraph, fc.array(act, { maxLength: 20 }), arbitraryGraph, (first, acts, graph) => {
      const before = acts.reduce(edited, beginEdit(first));
      fc.pre(!sameValue(before.present, graph));
      const after = edited(before, { kind: "change", value: graph });
      expect(edited(after, { kind: "undo" }).present).toBe(before.present);
      expect(edited(edited(after, { kind: "undo" }), { kind: "redo" }).present).toBe(graph);
    }),
  );
});

test("enough undos lead back to where it began, enough redos to the end", () => {
  fc.assert(
    fc.property(arbitraryGraph, fc.array(change, { maxLength: 20 }), (first, changes) => {
      const end = changes.reduce(edited, beginEdit(first));
      const back = changes.reduce((history) => edited(history, { kind: "undo" }), end);
      expect(back.present).toBe(first);
      expect(changes.reduce((history) => edited(history, { kind: "redo" }), back).present).toBe(end.present);
    }),
  );
});

test("what is typed into one field in a row is taken back at once", () => {
  fc.assert(
    fc.property(arbitraryGraph, fc.array(arbitraryGraph, { minLength: 1, maxLength: 5 }), (first, typed) => {
      const end = typed.reduce(
        (history, graph) => edited(history, { kind: "change", value: graph, run: "note" }),
        beginEdit(first),
      );
      expect(sameValue(edited(end, { kind: "undo" }).present, first)).toBe(true);
    }),
  );
});

test("a change that changes nothing keeps what was taken back", () => {
  fc.assert(
    fc.property(arbitraryGraph, arbitraryGraph, (first, second) => {
      fc.pre(!sameValue(first, second));
      const undone = edited(edited(beginEdit(first), { kind: "change", value: second }), { kind: "undo" });
      const again = edited(undone, { kind: "change", value: structuredClone(first) });
      expect(edited(again, { kind: "redo" }).present).toBe(second);
    }),
  );
});
