import { expect, test } from "vitest";
import { classicLadder, stepDueAt } from "../sequence.ts";
import { graphOfSteps, messageSteps } from "../sequence-graph.ts";
import { facts, full, graph, message, startedAt, tier, wait, waitFromEntry } from "./testing/graphs.ts";
import { advanceWalk, arrivedAt, mayEnter, startOf, type WalkContext } from "./walk.ts";

const context = (change: Partial<WalkContext> = {}): WalkContext => ({
  ...{ now: startedAt, facts, timeZone: "Europe/Berlin", subject: "anna@example.com", seed: "seq_1" },
  ...{ ended: { ordered: false, unsubscribed: false, cartEmptied: false }, events: [], ...change },
});
const later = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000);
const start = startOf(full, startedAt);

test("waits until the wait is over, however early or often it is asked, and then sends under the step's position", () => {
  const asleep = { kind: "sleep_until", stepId: "first-wait", at: later(120).toISOString() };
  const first = advanceWalk(full, start, context());
  expect(first).toEqual({ action: asleep, next: start, passed: [] });
  expect(advanceWalk(full, first.next, context({ now: later(119) })).action).toEqual(asleep);
  const due = advanceWalk(full, first.next, context({ now: later(120) }));
  expect(due.action).toEqual({ kind: "send", stepId: "hello", position: 0 });
  expect(due.passed).toEqual([{ kind: "waited", stepId: "first-wait" }]);
  expect(due.next).toMatchObject({ stepId: "opened", passed: 2 });
});

test.each([
  ["came in time", 10, 1_300, "event_came", "notify"],
  ["came too late", 1_500, 1_500, "event_missed", "send"],
  ["never came", null, 1_440, "event_missed", "send"],
])("an awaited event that %s decides the branch", (_rule, openedAfter, asked, told, action) => {
  const place = { ...start, stepId: "opened" };
  const events =
    openedAfter === null ? [] : [{ name: "message_opened" as const, at: later(openedAfter), stepId: "hello" }];
  const steps = { hello: { sent: true, opened: false, clicked: false } };
  const answer = advanceWalk(full, place, context({ now: later(asked), events, facts: { ...facts, steps } }));
  expect(answer.passed[0]).toMatchObject({ kind: told, stepId: "opened" });
  expect(answer.action.kind).toBe(action);
});

test("waits for the event of the named step only, until its time is over", () => {
  const events = [{ name: "message_opened" as const, at: later(5), stepId: "offer" }];
  const { action } = advanceWalk(full, { ...start, stepId: "opened" }, context({ now: later(60), events }));
  const until = later(1_440).toISOString();
  expect(action).toEqual({ kind: "wait_for_event", stepId: "opened", event: "message_opened", ofStep: "hello", until });
});

test("resends to whoever was sent the first and did not open it", () => {
  const at = { ...start, stepId: "again" };
  const given = (hello: { sent: boolean; opened: boolean }) =>
    advanceWalk(full, at, context({ facts: { ...facts, steps: { hello: { ...hello, clicked: false } } } }));
  expect(given({ sent: true, opened: false }).action).toMatchObject({ kind: "send", stepId: "again", position: 1 });
  expect(given({ sent: true, opened: true }).passed[0]).toMatchObject({ kind: "not_resent", because: "opened" });
  expect(given({ sent: false, opened: false }).passed[0]).toMatchObject({ kind: "not_resent", because: "not_sent" });
});

test("waits, ever longer, until it is known whether the message that it asks after has left", () => {
  const when = { kind: "test", field: "step.sent", step: "hello", op: "eq", value: true } as const;
  const split = graph([{ id: "split", kind: "split", when, yes: "mail", no: null }, message("mail", null)]);
  const underway = new Set(["hello"]);
  const at = (minutes: number, change: Partial<WalkContext>) =>
    advanceWalk(split, startOf(split, startedAt), context({ now: later(minutes), ...change }));
  const until = (minutes: number) => ({ kind: "sleep_until", stepId: "split", at: later(minutes).toISOString() });
  expect(at(0, { underway }).action).toEqual(until(1));
  expect(at(30, { underway }).action).toEqual(until(60));
  expect(at(600, { underway }).action).toEqual(until(660));
  expect(at(2, { underway: new Set() }).passed).toMatchObject([{ kind: "split", branch: "no" }]);
  const steps = { hello: { sent: true, opened: false, clicked: false } };
  expect(at(2, { facts: { ...facts, steps } }).passed).toMatchObject([{ kind: "split", branch: "yes" }]);
  expect(at(2, { underway: new Set(["mail"]) }).passed).toMatchObject([{ kind: "split", branch: "no" }]);
});

test("does not say of a message that is still leaving that it was not sent, and so need not be resent", () => {
  const at = { ...start, stepId: "again" };
  expect(advanceWalk(full, at, context({ underway: new Set(["hello"]) })).action.kind).toBe("sleep_until");
});

test("goes the way of no where the condition cannot be answered, and lets nobody in whom it cannot judge", () => {
  const split = graph([{ id: "split", kind: "split", when: tier, yes: "mail", no: null }, message("mail", null)]);
  const { action, passed } = advanceWalk(split, startOf(split, startedAt), context());
  expect([action.kind, passed]).toEqual(["finished", [{ kind: "split", stepId: "split", answer: null, branch: "no" }]]);
  expect(mayEnter(full, facts)).toBe(false);
  expect(mayEnter(full, { ...facts, values: { "contact.loyaltyTier": "blue" } })).toBe(true);
  expect(mayEnter(graph([]), facts)).toBe(true);
});

test("an arm is the same for a contact every time, and shares are kept over many", () => {
  const at = { ...start, stepId: "test" };
  const armOf = (subject: string) => advanceWalk(full, at, context({ subject })).passed[0];
  expect(armOf("anna@example.com")).toEqual(armOf("anna@example.com"));
  const arms = Array.from({ length: 1_000 }, (_, number) => armOf(`${number}@example.com`));
  const mornings = arms.filter((told) => told?.kind === "experiment" && told.arm === "morning").length;
  expect(mornings).toBeGreaterThan(440);
  expect(mornings).toBeLessThan(560);
});

test.each([
  ["ordered", { ordered: true, unsubscribed: true, cartEmptied: true }],
  ["unsubscribed", { ordered: false, unsubscribed: true, cartEmptied: false }],
  ["cart_emptied", { ordered: false, unsubscribed: false, cartEmptied: true }],
])("stops as %s before anything else, wherever it stands", (reason, ended) => {
  for (const { id } of full.steps)
    expect(advanceWalk(full, { ...start, stepId: id }, context({ ended })).action).toEqual({ kind: "stop", reason });
});

test("an exit that the sequence does not have is none, and a condition may be one", () => {
  const given = graph([message("mail", null)], { exits: [{ kind: "condition", when: { kind: "all", of: [] } }] });
  const ended = { ordered: true, unsubscribed: false, cartEmptied: false };
  const place = startOf(given, startedAt);
  expect(advanceWalk(given, place, context({ ended })).action).toEqual({ kind: "stop", reason: "exit_condition" });
  expect(advanceWalk({ ...given, exits: [] }, place, context({ ended })).action.kind).toBe("send");
});

test("never sends a message twice, and never runs in a ring", () => {
  const steps = { hello: { sent: true, opened: false, clicked: false } };
  const again = advanceWalk(full, { ...start, stepId: "hello" }, context({ facts: { ...facts, steps } }));
  expect(again.passed).toEqual([{ kind: "already_sent", stepId: "hello" }]);
  const ring = graph([
    { id: "one", kind: "split", when: null, yes: null, no: "two" },
    { id: "two", kind: "split", when: null, yes: null, no: "one" },
  ]);
  expect(advanceWalk(ring, startOf(ring, startedAt), context()).action).toEqual({
    kind: "stop",
    reason: "broken_graph",
  });
  const lost = advanceWalk(full, { ...start, stepId: "gone" }, context());
  expect(lost.action).toEqual({ kind: "stop", reason: "broken_graph" });
});

test("a wait from here counts from when the action before it was done, one from the entry does not", () => {
  const given = graph([message("mail", "here"), wait("here", 60, "entry"), waitFromEntry("entry", 120, null)]);
  const sent = advanceWalk(given, startOf(given, startedAt), context());
  const place = arrivedAt(sent.next, later(30));
  expect(advanceWalk(given, place, context({ now: later(30) })).action).toMatchObject({ at: later(90).toISOString() });
  expect(advanceWalk(given, place, context({ now: later(90) })).action).toMatchObject({ at: later(120).toISOString() });
});

test("a weekday and time are the shopper's, over the clock change too", () => {
  const place = startOf({ ...full, start: "morning" }, new Date("2026-03-28T12:00:00Z"));
  const now = new Date("2026-03-28T12:00:00Z");
  expect(advanceWalk(full, place, context({ now })).action).toMatchObject({ at: "2026-03-30T07:30:00.000Z" });
});

test("a linear sequence walks as it always did: each step when it is due, in its position", () => {
  const steps = classicLadder({ freeShippingId: "a", percentId: "b" });
  const ladder = graphOfSteps(steps);
  expect(messageSteps(ladder).map(({ id }) => id)).toEqual(steps.map(({ id }) => id));
  let place = startOf(ladder, startedAt);
  for (const [position, step] of steps.entries()) {
    const due = stepDueAt(startedAt, step);
    const asleep = advanceWalk(ladder, place, context({ now: new Date(due.getTime() - 1) }));
    expect(asleep.action).toMatchObject({ kind: "sleep_until", at: due.toISOString() });
    const sent = advanceWalk(ladder, asleep.next, context({ now: due }));
    expect(sent.action).toEqual({ kind: "send", stepId: step.id, position });
    place = sent.next;
  }
  expect(advanceWalk(ladder, place, context({ now: later(10_000) })).action).toEqual({ kind: "finished" });
});
