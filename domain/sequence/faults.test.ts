import { expect, test } from "vitest";
import { classicLadder } from "../sequence.ts";
import { type GraphStep, graphOfSteps, type SequenceGraph } from "../sequence-graph.ts";
import type { GraphFault } from "./fault-names.ts";
import { graphFaultsOf } from "./faults.ts";
import { above, catalogue, full, graph, message, wait, waitFromEntry } from "./testing/graphs.ts";

const at = (fault: GraphFault["fault"], stepId: string | null, field: string | null): GraphFault => ({
  fault,
  stepId,
  field,
});
const arms = (...weights: number[]): GraphStep => ({
  ...{ id: "test", kind: "experiment" },
  arms: weights.map((weight, place) => ({ name: `arm ${place}`, weight, next: "mail" })),
});
const mail = message("mail", null);
const split = (change: Partial<Extract<GraphStep, { kind: "split" }>>): GraphStep => ({
  ...{ id: "split", kind: "split", when: above(1), yes: "mail", no: null, ...change },
});
const event = (change: Partial<Extract<GraphStep, { kind: "wait_for_event" }>>): GraphStep => ({
  ...{ id: "event", kind: "wait_for_event", event: "message_opened", ofStep: "mail", timeoutMinutes: 60 },
  ...{ came: "mail", timedOut: null, ...change },
});
const ofNoMessage = { kind: "test", field: "step.sent", step: "gone", op: "eq", value: true } as const;

const cases: [string, SequenceGraph, GraphFault[]][] = [
  ["nothing at all", graph([]), [at("no_steps", null, null)]],
  ["no message", graph([wait("wait", 5, null)]), [at("no_message", null, null)]],
  [
    "a start that is not there",
    graph([mail], { start: "gone" }),
    [at("dangling_next", null, "start"), at("unreachable_step", "mail", null)],
  ],
  ["a next that is not there", graph([message("mail", "gone")]), [at("dangling_next", "mail", "next")]],
  ["a branch that is not there", graph([split({ no: "gone" }), mail]), [at("dangling_next", "split", "no")]],
  ["a step that nothing leads to", graph([mail, wait("lost", 5, "mail")]), [at("unreachable_step", "lost", null)]],
  ["a ring", graph([message("mail", "wait"), wait("wait", 5, "mail")]), [at("cycle", "wait", null)]],
  ["a step that leads to itself", graph([message("mail", "mail")]), [at("cycle", "mail", null)]],
  ["an id twice", graph([message("mail", null), message("mail", null)]), [at("repeated_step_id", "mail", "id")]],
  ["a wait of nothing", graph([wait("wait", 0, "mail"), mail]), [at("wait_of_zero", "wait", "minutes")]],
  ["a wait of years", graph([wait("wait", 600_000, "mail"), mail]), [at("wait_too_long", "wait", "minutes")]],
  [
    "waits from the entry in the wrong order",
    graph([waitFromEntry("one", 60, "mail"), message("mail", "two"), waitFromEntry("two", 30, null)]),
    [at("steps_out_of_order", "two", "minutes")],
  ],
  [
    "no template",
    graph([message("mail", null, { template: null })]),
    [at("message_without_template", "mail", "template")],
  ],
  [
    "a template that is gone",
    graph([message("mail", null, { template: "old" })]),
    [at("unknown_template", "mail", "template")],
  ],
  [
    "a channel that nobody set up",
    graph([message("mail", null, { channel: "sms" })]),
    [at("channel_not_connected", "mail", "channel")],
  ],
  [
    "an incentive that is gone",
    graph([message("mail", null, { offer: { kind: "incentive", incentiveId: "inc_x" } })]),
    [at("unknown_incentive", "mail", "offer")],
  ],
  [
    "an incentive whose budget is spent",
    graph([message("mail", null, { offer: { kind: "incentive", incentiveId: "inc_spent" } })]),
    [at("incentive_without_budget", "mail", "offer")],
  ],
  [
    "a resend of itself",
    graph([message("mail", null, { resendOf: "mail" })]),
    [at("resend_of_no_message", "mail", "resendOf")],
  ],
  [
    "a wait for what happens to no message",
    graph([event({ ofStep: "gone" }), mail]),
    [at("event_of_no_message", "event", "ofStep")],
  ],
  [
    "a wait for an event that leads nowhere",
    graph([mail, event({ came: null })], { start: "event" }),
    [at("unreachable_step", "mail", null), at("split_without_branches", "event", "came")],
  ],
  [
    "an event without patience",
    graph([event({ timeoutMinutes: 0 }), mail]),
    [at("wait_of_zero", "event", "timeoutMinutes")],
  ],
  ["a split on nothing", graph([split({ when: null }), mail]), [at("split_without_condition", "split", "when")]],
  [
    "a split on an empty group",
    graph([split({ when: { kind: "all", of: [] } }), mail]),
    [at("empty_condition", "split", "when")],
  ],
  [
    "a split on no message",
    graph([split({ when: ofNoMessage }), mail]),
    [at("condition_of_no_message", "split", "when")],
  ],
  [
    "a split without branches",
    graph([message("mail", "split"), split({ yes: null, no: null })]),
    [at("split_without_branches", "split", "yes")],
  ],
  ["one arm", graph([arms(100), mail]), [at("experiment_without_arms", "test", "arms")]],
  ["weights that do not sum", graph([arms(50, 49), mail]), [at("weights_not_summing", "test", "arms")]],
  [
    "a tag without a name",
    graph([message("mail", "tag"), { id: "tag", kind: "tag", tag: " ", act: "add", next: null }]),
    [at("tag_without_name", "tag", "tag")],
  ],
  [
    "a person who is gone",
    graph([message("mail", "tell"), { id: "tell", kind: "notify", memberId: "mem_x", note: "", next: null }]),
    [at("unknown_member", "tell", "memberId")],
  ],
  [
    "a webhook without TLS",
    graph([message("mail", "hook"), { id: "hook", kind: "webhook", url: "http://x.example", next: null }]),
    [at("webhook_without_address", "hook", "url")],
  ],
  [
    "an entry that asks nothing",
    graph([mail], { entry: { kind: "any", of: [] } }),
    [at("empty_condition", null, "entry")],
  ],
  [
    "an exit on no message",
    graph([mail], { exits: [{ kind: "order" }, { kind: "condition", when: ofNoMessage }] }),
    [at("condition_of_no_message", null, "exits.1.when")],
  ],
  [
    "no days since the order",
    graph([mail], { trigger: { kind: "time_since_order", days: 0 } }),
    [at("trigger_without_days", null, "trigger")],
  ],
];

test.each(cases)("names and places %s, and nothing else", (_rule, given, faults) => {
  expect(graphFaultsOf(given, catalogue)).toEqual(faults);
});

test("an arm twice and too many steps are named beside what else is wrong", () => {
  const twice: GraphStep = {
    id: "test",
    kind: "experiment",
    arms: [1, 2].map(() => ({ name: "a", weight: 50, next: null })),
  };
  expect(graphFaultsOf(graph([message("mail", "test"), twice]), catalogue)).toEqual([
    at("repeated_arm", "test", "arms.1"),
  ]);
  const many = Array.from({ length: 101 }, (_, place) => message(`m${place}`, place < 100 ? `m${place + 1}` : null));
  expect(graphFaultsOf(graph(many), catalogue)).toEqual([at("too_many_steps", null, null)]);
});

test("a sequence with every kind of step and the classic ladder are sound", () => {
  expect(graphFaultsOf(full, catalogue)).toEqual([]);
  const ladder = graphOfSteps(classicLadder({ freeShippingId: "inc_ten", percentId: "inc_ten" }));
  expect(
    graphFaultsOf(ladder, { ...catalogue, templates: new Set(["reminder", "free-shipping", "percent-off"]) }),
  ).toEqual([]);
});
