import fc from "fast-check";
import type { Condition } from "../../condition.ts";
import type { GraphStep, SequenceGraph } from "../../sequence-graph.ts";
import { above, message } from "./graphs.ts";

type Kind = "message" | "wait" | "until" | "event" | "split" | "draw" | "tag" | "notify";

const kinds = fc.constantFrom<Kind[]>(
  "message",
  "message",
  "wait",
  "wait",
  "until",
  "event",
  "split",
  "draw",
  "tag",
  "notify",
);
const minutes = fc.integer({ min: 5, max: 3 * 1_440 });

const orders: Condition = { kind: "test", field: "customer.orders", op: "gt", value: 0 };

function conditions(earlier: string[]): fc.Arbitrary<Condition> {
  const results = earlier.flatMap((step): Condition[] => [
    { kind: "test", field: "step.sent", step, op: "eq", value: true },
    { kind: "test", field: "step.opened", step, op: "eq", value: true },
  ]);
  return fc.constantFrom<Condition[]>(above(5_000), above(50_000), orders, ...results);
}

type Drawn = { kind: Kind; minutes: number; hour: number; ahead: number; pick: number; entry: boolean };

const drawn: fc.Arbitrary<Drawn> = fc.record({
  ...{ kind: kinds, minutes, hour: fc.integer({ min: 0, max: 23 }), ahead: fc.integer({ min: 1, max: 3 }) },
  ...{ pick: fc.nat(20), entry: fc.boolean() },
});

/** Graphs that may be published: each step leads onward to later ones, and asks after earlier messages only. */
export const walkableGraph: fc.Arbitrary<SequenceGraph> = fc
  .array(drawn, { minLength: 2, maxLength: 9 })
  .chain((all) =>
    fc.tuple(
      fc.tuple(...all.map((_, place) => conditions(messagesBefore(all, place)))),
      fc.constant(all),
      fc.boolean(),
    ),
  )
  .map(([asked, all, exit]): SequenceGraph => {
    const steps = all.map((one, place) => stepOf(all, one, { place, when: asked[place] ?? orders }));
    const leave: Condition = { kind: "all", of: [orders, above(1)] };
    return {
      ...{ version: 2, trigger: { kind: "cart_abandoned" }, entry: null, start: "s0", steps },
      exits: [{ kind: "order" }, ...(exit ? [{ kind: "condition" as const, when: leave }] : [])],
    };
  });

function messagesBefore(all: Drawn[], place: number): string[] {
  return all.slice(0, place).flatMap(({ kind }, at) => (kind === "message" ? [`s${at}`] : []));
}

function stepOf(all: Drawn[], one: Drawn, { place, when }: { place: number; when: Condition }): GraphStep {
  const id = `s${place}`;
  const to = (ahead: number) => (place + ahead < all.length ? `s${place + ahead}` : null);
  const [next, far] = [to(1), to(one.ahead)];
  const before = messagesBefore(all, place);
  switch (one.kind) {
    case "message":
      return message(id, next, { resendOf: one.pick > 16 ? (before.at(-1) ?? null) : null });
    case "wait":
      return { id, kind: "wait", minutes: one.minutes, from: one.entry ? "entry" : "here", next };
    case "until":
      return { id, kind: "wait_until", weekdays: one.entry ? ["mon", "thu"] : [], hour: one.hour, minute: 30, next };
    case "event": {
      const ofStep = before[one.pick % Math.max(1, before.length)] ?? null;
      const event = ofStep ? (one.entry ? "message_opened" : "message_clicked") : "cart_changed";
      return { id, kind: "wait_for_event", event, ofStep, timeoutMinutes: one.minutes, came: far, timedOut: next };
    }
    case "split":
      return { id, kind: "split", when, yes: far, no: next };
    case "draw":
      return {
        ...{ id, kind: "experiment" },
        arms: [
          { name: "a", weight: 50, next },
          { name: "b", weight: 50, next: far },
        ],
      };
    case "tag":
      return { id, kind: "tag", tag: "met", act: "add", next };
    case "notify":
      return { id, kind: "notify", memberId: null, note: "Look", next };
  }
}
