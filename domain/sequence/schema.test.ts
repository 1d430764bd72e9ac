import { expect, test } from "vitest";
import { classicLadder } from "../sequence.ts";
import { graphOfSteps } from "../sequence-graph.ts";
import { compareGraphs, movePlace } from "./compare.ts";
import { readGraph } from "./schema.ts";
import { full, startedAt } from "./testing/graphs.ts";
import { startOf } from "./walk.ts";

const stored = (graph: unknown): unknown => JSON.parse(JSON.stringify(graph));

test("a stored graph is read as it was written, and a list of steps as the graph that it means", () => {
  expect(readGraph(stored(full))).toEqual({ graph: full });
  const ladder = classicLadder({ freeShippingId: "a", percentId: "b" });
  expect(readGraph(stored(ladder))).toEqual({ graph: graphOfSteps(ladder) });
});

const withStep = (step: unknown) => ({ ...full, steps: [...full.steps, step] });
const split = (when: unknown) => withStep({ id: "odd", kind: "split", when, yes: null, no: null });
const ask = (field: string, op: string, value: unknown) => ({ kind: "test", field, op, value });
let deep: unknown = ask("cart.lines", "gt", 1);
for (let level = 0; level < 20_000; level++) deep = { kind: "not", of: deep };

test.each([
  ["a field that is none", split(ask("cart.colour", "eq", "red")), "unknown_field", "odd", "when"],
  ["a field of all objects", split(ask("constructor", "eq", "red")), "unknown_field", "odd", "when"],
  ["an operator of another type", split(ask("cart.value", "contains", "red")), "operator_mismatch", "odd", "when"],
  ["money without a currency", split(ask("cart.value", "gt", 100)), "type_mismatch", "odd", "when"],
  [
    "a currency that is none",
    split(ask("cart.value", "gt", { amount: 1, currency: "XXQ" })),
    "type_mismatch",
    "odd",
    "when",
  ],
  ["half a character", split(ask("contact.tags", "contains", "\ud800")), "type_mismatch", "odd", "when"],
  ["a zero byte", split(ask("contact.tags", "contains", "a\0")), "type_mismatch", "odd", "when"],
  [
    "a group within a group",
    split({ kind: "all", of: [{ kind: "any", of: [ask("x", "eq", 1)] }] }),
    "unknown_field",
    "odd",
    "when.of.0.of.0",
  ],
  ["no condition at all", split({ kind: "maybe" }), "not_a_condition", "odd", "when"],
  ["nesting without end", split(deep), "condition_too_large", "odd", "when"],
  [
    "a hundred questions too many",
    split({ kind: "all", of: Array(300).fill(ask("cart.lines", "gt", 1)) }),
    "condition_too_large",
    "odd",
    "when",
  ],
  ["an unknown step", withStep({ id: "odd", kind: "dance" }), "invalid_shape", "odd", "kind"],
  ["a field too many", withStep({ id: "odd", kind: "end", next: null }), "invalid_shape", "odd", ""],
  [
    "a wait that is no number",
    withStep({ id: "odd", kind: "wait", minutes: "5", from: "here", next: null }),
    "invalid_shape",
    "odd",
    "minutes",
  ],
  ["an entry of another type", { ...full, entry: ask("cart.lines", "gt", "1") }, "type_mismatch", null, "entry"],
  ["a version to come", { ...full, version: 3 }, "invalid_shape", null, "version"],
])("says where a graph has %s", (_rule, raw, fault, stepId, field) => {
  expect(readGraph(raw)).toEqual({ faults: [{ fault, stepId, field }] });
});

test("what is no graph at all is said to be none", () => {
  for (const raw of [null, 1, "graph", {}, [{}], [1]])
    expect(readGraph(raw)).toHaveProperty("faults.0.fault", "invalid_shape");
});

test("versions are compared by step, whatever the order in which their fields are stored", () => {
  const turned = full.steps.map((step) => Object.fromEntries(Object.entries(step).reverse()));
  const [first, second, ...rest] = stored(turned) as typeof full.steps;
  expect(first?.kind === "wait" && second).toBeTruthy();
  const newer = {
    ...full,
    exits: [],
    steps: [{ ...(first as object), minutes: 5 }, ...rest, { id: "new", kind: "end" }],
  };
  expect(compareGraphs(full, newer as typeof full)).toEqual({
    ...{ added: ["new"], removed: ["hello"], changed: ["first-wait"], fields: ["exits"] },
  });
});

test("a walk moves to another version where that has its step, and stays where it has not", () => {
  const place = { ...startOf(full, startedAt), stepId: "big", passed: 4 };
  expect(movePlace(place, full)).toEqual({ ...place, passed: 0 });
  expect(movePlace(place, { ...full, steps: [] })).toBeNull();
  expect(movePlace({ ...place, stepId: null }, full)).toBeNull();
});
