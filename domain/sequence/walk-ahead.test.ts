import { expect, test } from "vitest";
import type { SequenceGraph } from "../sequence-graph.ts";
import { above, full, graph, message, wait } from "./testing/graphs.ts";
import { asksFacts, hearsEvents } from "./walk-ahead.ts";

const plain = graph([wait("first", 60, "one"), message("one", "two"), message("two", null)]);
const heard = graph([
  {
    ...{ id: "one", kind: "wait_for_event", event: "back_on_site", ofStep: null, timeoutMinutes: 60 },
    ...{ came: null, timedOut: null },
  },
]);

test.each<[string, SequenceGraph, boolean, boolean]>([
  ["a ladder", plain, false, false],
  ["a split", graph([{ id: "one", kind: "split", when: above(1), yes: null, no: null }]), true, false],
  ["a message sent again", graph([message("one", "two"), message("two", null, { resendOf: "one" })]), true, false],
  ["an exit by a condition", { ...plain, exits: [{ kind: "condition", when: above(1) }] }, true, false],
  ["a wait for something", heard, false, true],
  ["every kind of step", full, true, true],
])("%s asks for facts and events as it should", (_, said, facts, events) => {
  expect([asksFacts(said), hearsEvents(said)]).toEqual([facts, events]);
});
