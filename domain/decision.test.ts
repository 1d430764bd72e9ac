import { describe, expect, test } from "vitest";
import { decide, type Snapshot, stopReasons } from "./decision.ts";
import { byDay, daily } from "./timing/testing/rules.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

const clear: Snapshot = {
  arm: "variant",
  orderedSince: false,
  cart: { lineCount: 2, deleted: false, abandonedAt: hours(-2) },
  suppressed: false,
  consent: null,
  consentRule: "not_withdrawn",
  tenantPaused: false,
  sequenceWithdrawn: false,
  expiryDays: 7,
  supersededBy: null,
  stepCount: 3,
  position: 0,
  dueAt: now,
  timeZone: "Europe/Berlin",
  rules: null,
  caps: [],
  sentAt: [],
  hour: null,
  quiet: null,
  lastSeenAt: null,
  warmUp: null,
};

const stops: [string, Partial<Snapshot>][] = [
  ["holdout", { arm: "holdout" }],
  ["ordered", { orderedSince: true }],
  ["cart_emptied", { cart: { ...clear.cart, lineCount: 0 } }],
  ["cart_emptied", { cart: { ...clear.cart, deleted: true } }],
  ["order_cancelled", { orderCancelled: true }],
  ["suppressed", { suppressed: true }],
  ["no_consent", { consent: "withdrawn" }],
  ["no_consent", { consent: null, consentRule: "explicit" }],
  ["tenant_paused", { tenantPaused: true }],
  ["sequence_withdrawn", { sequenceWithdrawn: true }],
  ["expired", { cart: { ...clear.cart, abandonedAt: hours(-7 * 24 - 1) } }],
  ["superseded", { supersededBy: { sequenceId: null } }],
  ["finished", { position: 3 }],
];

describe("decide", () => {
  test("sends when nothing speaks against it", () => {
    expect(decide(clear, now)).toEqual({ kind: "send" });
  });

  test.each(stops)("stops with %s", (reason, change) => {
    expect(decide({ ...clear, ...change }, now)).toEqual({ kind: "stop", reason });
  });

  test("every stop reason has a case here", () => {
    expect(new Set(stops.map(([reason]) => reason))).toEqual(new Set(stopReasons));
  });

  test("waits until the step is due", () => {
    expect(decide({ ...clear, dueAt: hours(1) }, now)).toEqual({ kind: "wait", reason: "not_due", until: hours(1) });
  });

  test("waits for the send window in the shopper's own zone", () => {
    const night = { ...clear, rules: daily(byDay), timeZone: "Asia/Tokyo" };
    expect(decide(night, now)).toEqual({
      kind: "wait",
      reason: "outside_send_window",
      until: new Date("2026-03-10T23:00:00Z"),
    });
  });

  test("waits until the frequency cap lets another message through", () => {
    const capped = { ...clear, caps: [{ messages: 1, hours: 12 }], sentAt: [hours(-4)] };
    expect(decide(capped, now)).toEqual({ kind: "wait", reason: "frequency_capped", until: hours(8) });
  });

  test("says which sequence goes first, where one is why it stops", () => {
    const stop = { kind: "stop", reason: "superseded", bySequenceId: "seq_vip" };
    expect(decide({ ...clear, supersededBy: { sequenceId: "seq_vip" } }, now)).toEqual(stop);
  });

  test("waits for whoever is back on the site, and for the hour in which somebody reads", () => {
    const seen = { ...clear, quiet: { quietMinutes: 60, mostHours: 6 }, lastSeenAt: hours(-0.5) };
    expect(decide(seen, now)).toEqual({ kind: "wait", reason: "back_on_site", until: hours(0.5) });
    const evening = { ...clear, hour: 20 };
    expect(decide(evening, now)).toEqual({ kind: "wait", reason: "best_hour", until: hours(7) });
  });

  test("a message that no rule ever lets go is held until it expires", () => {
    const days = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null };
    const answer = decide({ ...clear, rules: { days, quiet: null } }, now);
    expect(answer).toMatchObject({ kind: "wait", reason: "outside_send_window" });
    const then = answer.kind === "wait" ? answer.until : now;
    expect(decide({ ...clear, rules: { days, quiet: null } }, then)).toEqual({ kind: "stop", reason: "expired" });
  });

  test("an order speaks before everything but the holdout", () => {
    const everything = Object.assign({}, clear, ...stops.slice(1).map(([, change]) => change), { orderedSince: true });
    expect(decide(everything, now)).toEqual({ kind: "stop", reason: "ordered" });
  });
});
