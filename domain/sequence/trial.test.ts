import fc from "fast-check";
import { expect, test } from "vitest";
import { devices } from "../device.ts";
import { defaultTiming } from "../timing/timing-policy.ts";
import type { ReplayPlan } from "./dry-run.ts";
import { above, full, graph, message, wait } from "./testing/graphs.ts";
import { trailOf } from "./trail.ts";
import { type MadeUpCart, madeUpContact, type TrialAct, trialActKinds, tryCart } from "./trial.ts";
import { defaultCart, readTrialQuery, writeTrialQuery } from "./trial-query.ts";

const now = new Date("2026-03-10T08:00:00Z");
const plan: ReplayPlan = {
  ...{
    sequenceId: "seq_1",
    graph: { ...full, entry: null },
    experiments: [],
    versions: {},
    priority: 1,
    until: new Date("2026-06-01"),
  },
  rules: { consentRule: "explicit", expiryDays: 30, timing: defaultTiming, paused: false },
  incentives: { incentives: [], rules: [] },
};
const tried = (change: Partial<MadeUpCart>, acts: TrialAct[] = [], by: Partial<ReplayPlan> = {}) => {
  const made = { ...defaultCart("EUR"), ...change };
  return tryCart({ ...plan, ...by }, madeUpContact(made, "Europe/Berlin", now), acts);
};

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const made: fc.Arbitrary<MadeUpCart> = fc.record({
  ...{ total: fc.nat(1e9), currency: fc.constantFrom("EUR", "JPY"), lines: fc.nat(200), categories: fc.array(word) },
  ...{ checkout: fc.boolean(), loggedIn: fc.boolean(), orders: fc.nat(500), spent: fc.nat(1e9) },
  ...{ daysSinceOrder: fc.nat(5_000), abandonments: fc.nat(500), country: word, language: word, tier: word },
  ...{ tags: fc.array(word), consent: fc.constantFrom("granted", "withdrawn", "unknown"), hour: fc.nat(23) },
  device: fc.constantFrom("" as const, ...devices),
});
const act = fc.record({ act: fc.constantFrom(...trialActKinds), minutes: fc.nat(500_000), message: fc.nat(20) });

test("an address holds the whole of a made-up cart and its story", () => {
  fc.assert(
    fc.property(made, fc.array(act, { maxLength: 20 }), (made, acts) => {
      const query = { version: "ver_1", cart: null, real: false, made, acts };
      const params = Object.fromEntries(new URLSearchParams(writeTrialQuery(query)));
      expect(readTrialQuery(params, "EUR")).toEqual(query);
    }),
  );
});

test("an address that says nonsense tries the default cart", () => {
  const params = {
    total: "-5",
    lines: "many",
    hour: "30",
    currency: "euro",
    acts: "flies.1.0~orders.x.0",
    consent: "?",
  };
  expect(readTrialQuery(params, "EUR")).toMatchObject({ made: defaultCart("EUR"), acts: [] });
});

test("a cart that may not be written to is refused by name, before any step", () => {
  expect(tried({ consent: "unknown" })).toMatchObject({ refusal: "no_consent", trace: [] });
  const big = { graph: { ...full, entry: above(50_000) } };
  expect(tried({ total: 4_000 }, [], big)).toMatchObject({ refusal: "not_admitted" });
  expect(tried({ total: 60_000 }, [], big)?.refusal).toBeNull();
});

test("an opened message is found and an order ends the walk at once", () => {
  const opens: TrialAct = { act: "opens", minutes: 60, message: 0 };
  expect(tried({}, [opens])?.trace.some(({ kind }) => kind === "event_came")).toBe(true);
  const last = tried({}, [opens, { act: "orders", minutes: 400, message: 0 }])?.trace.at(-1);
  expect(last).toMatchObject({ kind: "stopped", reason: "ordered", at: new Date("2026-03-10T23:40:00Z") });
});

test("a holdout is entered and sent nothing, and it is said why", () => {
  const arms = [{ name: "holdout", kind: "holdout" as const, share: 100, change: null }];
  const experiment = { id: "exp_1", arms, ranges: [{ arm: "holdout", from: 0, to: 1 }], promoted: null, paused: false };
  expect(tried({}, [], { experiments: [experiment] })).toMatchObject({
    arm: { kind: "holdout", from: "drawn" },
    sends: [],
    trace: [{ kind: "stopped", reason: "holdout" }],
  });
});

test("a trail names the steps, the branches between them, and the silent end", () => {
  const fork = graph([
    { id: "fork", kind: "split", when: null, yes: "a", no: "b" },
    wait("a", 60, "b"),
    message("b", "end"),
    { id: "end", kind: "end" },
  ]);
  const trail = trailOf(fork, ["fork", "b", "b"], true);
  expect([...trail.steps]).toEqual(["fork", "b", "end"]);
  expect([...trail.ways]).toEqual(["trigger:0", "fork:1", "b:0"]);
  expect(trail.last).toBe("end");
});
