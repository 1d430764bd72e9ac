import fc from "fast-check";
import { expect, test } from "vitest";
import type { SequenceGraph } from "../sequence-graph.ts";
import { facts, full, graph, message, startedAt, wait, waitFromEntry } from "./testing/graphs.ts";
import type { ShopperEvent } from "./walk-through.ts";
import { type TraceEntry, type WalkTime, walkThrough } from "./walk-through.ts";

const cart = { facts, timeZone: "Europe/Berlin", subject: "anna@example.com", seed: "seq_1" };
const later = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000);
const time: WalkTime = { startedAt, until: later(60 * 24 * 30) };
const two = graph([
  waitFromEntry("w1", 120, "one"),
  message("one", "w2"),
  wait("w2", 1_440, "two"),
  message("two", null),
]);
const come = (name: "order_placed" | "unsubscribed" | "cart_emptied", minutes: number): ShopperEvent => ({
  ...{ name, at: later(minutes), stepId: null },
});

const told = (trace: TraceEntry[]) =>
  trace.map((entry) => {
    const minutes = (entry.at.getTime() - startedAt.getTime()) / 60_000;
    if (entry.kind !== "done") return `${minutes} ${entry.kind}`;
    const { action } = entry;
    return `${minutes} ${action.kind}${action.kind === "stop" ? ` ${action.reason}` : ""}`;
  });
const walk = (events: ShopperEvent[], change: Partial<WalkTime> = {}, of: SequenceGraph = two) =>
  told(walkThrough(of, cart, { time: { ...time, ...change }, events }));

const opening = ["0 sleep_until", "120 waited", "120 send", "120 sleep_until"];

test("shows every decision of a walk with its moment", () => {
  expect(walk([])).toEqual([...opening, "1560 waited", "1560 send", "1560 finished"]);
});

test.each([
  ["an order", "order_placed", "stop ordered"],
  ["an unsubscribe", "unsubscribed", "stop unsubscribed"],
  ["an emptied cart", "cart_emptied", "stop cart_emptied"],
] as const)("%s ends it the moment it comes, and one before the entry does not", (_rule, name, stop) => {
  expect(walk([come(name, 300)])).toEqual([...opening, `300 ${stop}`]);
  expect(walk([come(name, 0), come(name, -10)])).toHaveLength(7);
});

test("a send waits for its hour, and what comes meanwhile ends it instead", () => {
  const mayLeaveAt: WalkTime["mayLeaveAt"] = (_step, at) => ({
    at: new Date(Math.max(at.getTime(), later(600).getTime())),
    reason: "outside_send_window",
  });
  const postponed = ["0 sleep_until", "120 waited", "120 postponed"];
  expect(walk([], { mayLeaveAt })).toEqual([
    ...postponed,
    "600 send",
    "600 sleep_until",
    "2040 waited",
    "2040 send",
    "2040 finished",
  ]);
  expect(walk([come("order_placed", 500)], { mayLeaveAt })).toEqual([...postponed, "500 stop ordered"]);
  expect(walk([], { mayLeaveAt: () => null })).toContain("120 never_sent");
});

test("is followed no longer than asked", () => {
  expect(walk([], { until: later(200) })).toEqual(["0 sleep_until", "120 waited", "120 send", "200 unfinished"]);
});

test("walks by what is opened and clicked on the way", () => {
  const opened: ShopperEvent = { name: "message_opened", at: later(200), stepId: "hello" };
  const calls = (events: ShopperEvent[]) => walk(events, {}, full);
  expect(calls([opened])).toEqual(expect.arrayContaining(["200 event_came", "200 notify", "200 call_webhook"]));
  expect(calls([])).toEqual(expect.arrayContaining(["1560 event_missed", "1560 send", "1560 notify"]));
});

test("time never runs back, and each message leaves at most once, whatever happens", () => {
  const names = [
    "order_placed",
    "unsubscribed",
    "cart_emptied",
    "message_opened",
    "message_clicked",
    "back_on_site",
  ] as const;
  const event = fc.record({
    name: fc.constantFrom(...names),
    at: fc.integer({ min: -60, max: 20_000 }).map(later),
    stepId: fc.constantFrom(null, "hello", "offer"),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), fc.boolean(), (events, withoutExits) => {
      const given = withoutExits ? { ...full, exits: [] } : full;
      const trace = walkThrough(given, cart, { time, events: events as ShopperEvent[] });
      const times = trace.map((entry) => entry.at.getTime());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      const sent = trace.flatMap((entry) =>
        entry.kind === "done" && entry.action.kind === "send" ? [entry.action.stepId] : [],
      );
      expect(new Set(sent).size).toBe(sent.length);
      const last = trace.at(-1);
      expect(
        last?.kind === "unfinished" || (last?.kind === "done" && ["stop", "finished"].includes(last.action.kind)),
      ).toBe(true);
    }),
  );
});
