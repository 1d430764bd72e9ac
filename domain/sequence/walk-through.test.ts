import fc from "fast-check";
import { expect, test } from "vitest";
import type { SequenceGraph, WalkEventName } from "../sequence-graph.ts";
import { defaultTiming } from "../timing/timing-policy.ts";
import { rehearse, type SendingRules, type Shopper } from "./rehearsal.ts";
import { facts, full, graph, message, startedAt, wait, waitFromEntry } from "./testing/graphs.ts";
import type { WalkEvent } from "./walk.ts";
import type { Reaction, TraceEntry } from "./walk-through.ts";

const later = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000);
const rules: SendingRules = {
  ...{ consentRule: "not_withdrawn", expiryDays: 30, paused: false },
  timing: { ...defaultTiming, frequencyCaps: [] },
};
const shopper: Shopper = {
  ...{ arm: "variant", claimed: false, abandonedAt: startedAt, emptiedAt: null, orderedAt: [], suppressedAt: null },
  ...{
    consents: [],
    supersededAt: null,
    sentAt: [],
    seenAt: [],
    timeZone: "Europe/Berlin",
    hours: { own: [], cohort: [] },
  },
};
const two = graph([
  waitFromEntry("w1", 120, "one"),
  message("one", "w2"),
  wait("w2", 1_440, "two"),
  message("two", null),
]);

const told = (trace: TraceEntry[]) =>
  trace.map((entry) => {
    const minutes = (entry.at.getTime() - startedAt.getTime()) / 60_000;
    if (entry.kind === "done") return `${minutes} ${entry.action.kind}`;
    return `${minutes} ${entry.kind}${"reason" in entry ? ` ${entry.reason}` : ""}`;
  });
type Given = {
  who?: Partial<Shopper>;
  by?: Partial<SendingRules>;
  events?: WalkEvent[];
  reactions?: Reaction[];
  until?: Date;
  of?: SequenceGraph;
};
const trace = ({ who = {}, by = {}, events = [], reactions = [], until = later(60 * 24 * 40), of = two }: Given) =>
  rehearse({
    ...{ graph: of, rules: { ...rules, ...by }, shopper: { ...shopper, ...who }, events, reactions, until, startedAt },
    cart: { factsAt: () => facts.values, subject: "anna@example.com", seed: "seq_1" },
  });
const walk = (given: Given) => told(trace(given));

const opening = ["0 sleep_until", "120 waited", "120 send", "120 sleep_until"];

test("shows every decision of a walk with its moment", () => {
  expect(walk({})).toEqual([...opening, "1560 waited", "1560 send", "1560 finished"]);
});

const endings: [string, Partial<Shopper>, string][] = [
  ["an order", { orderedAt: [later(300)] }, "300 stopped ordered"],
  ["an unsubscribe", { suppressedAt: later(300) }, "300 stopped suppressed"],
  ["a newer cart", { supersededAt: later(300) }, "300 stopped superseded"],
];

test.each(endings)("%s ends it the moment it comes", (_rule, who, stopped) => {
  expect(walk({ who })).toEqual([...opening, stopped]);
});

test("an emptied cart is found at the next turn, and one who may not be written to is sent nothing at all", () => {
  expect(walk({ who: { emptiedAt: later(300) } })).toEqual([...opening, "1560 stopped cart_emptied"]);
  expect(walk({ who: { arm: "holdout" } })).toEqual(["0 stopped holdout"]);
  expect(walk({ who: { consents: [{ state: "withdrawn", at: later(-5) }] } })).toEqual(["0 stopped no_consent"]);
  expect(walk({ who: { orderedAt: [later(-5)] } })).toEqual(["0 stopped ordered"]);
});

test("a send keeps the caps, and what comes meanwhile ends it instead", () => {
  const by = { timing: { ...defaultTiming, frequencyCaps: [{ messages: 1, hours: 48 }] } };
  const second = ["1560 waited", "1560 postponed frequency_capped"];
  expect(walk({ by })).toEqual([...opening, ...second, "3000 send", "3000 finished"]);
  expect(walk({ by, who: { orderedAt: [later(2_000)] } })).toEqual([...opening, ...second, "2000 stopped ordered"]);
  expect(walk({ by, who: { sentAt: [later(-60)] } })).toContain("120 postponed frequency_capped");
  expect(walk({ by: { expiryDays: 1 } })).toContain("1560 stopped expired");
});

test("is followed no longer than asked", () => {
  expect(walk({ until: later(200) })).toEqual([
    "0 sleep_until",
    "120 waited",
    "120 send",
    "120 sleep_until",
    "200 unfinished",
  ]);
});

test("walks by what is opened on the way, found at the next look", () => {
  const reactions: Reaction[] = [{ act: "opens", stepId: "hello", minutes: 80 }];
  expect(walk({ of: full, reactions })).toEqual(
    expect.arrayContaining(["210 event_came", "210 notify", "210 call_webhook"]),
  );
  expect(walk({ of: full })).toEqual(expect.arrayContaining(["1560 event_missed", "1560 send", "1560 notify"]));
});

test("time never runs back, and each message leaves at most once, whatever happens", () => {
  const names: WalkEventName[] = ["message_opened", "message_clicked", "back_on_site", "cart_changed"];
  const at = fc.integer({ min: -60, max: 20_000 }).map(later);
  const event = fc.record({ name: fc.constantFrom(...names), at, stepId: fc.constantFrom(null, "hello", "offer") });
  const who = fc.record({
    orderedAt: fc.array(at, { maxLength: 1 }),
    suppressedAt: fc.option(at),
    emptiedAt: fc.option(at),
    sentAt: fc.array(at, { maxLength: 4 }),
  });
  const capped: Partial<SendingRules>[] = [{}, { timing: defaultTiming }];
  const by = fc.constantFrom(...capped);
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), who, by, (events, shopper, rules) => {
      const given = trace({ of: full, events, who: shopper, by: rules });
      const times = given.map((entry) => entry.at.getTime());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      const sent = given.flatMap((entry) =>
        entry.kind === "done" && entry.action.kind === "send" ? [entry.action.stepId] : [],
      );
      expect(new Set(sent).size).toBe(sent.length);
      const last = given.at(-1);
      const finished = last?.kind === "done" && last.action.kind === "finished";
      expect(finished || last?.kind === "stopped" || last?.kind === "unfinished").toBe(true);
    }),
  );
});
