import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cappedUntil, decide, type Snapshot, stopReasons } from "./decision.ts";

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
  newerEnrollment: false,
  stepCount: 3,
  position: 0,
  dueAt: now,
  sendWindow: null,
  timeZone: "Europe/Berlin",
  frequencyCap: null,
  sentAt: [],
  warmUp: null,
};

const stops: [string, Partial<Snapshot>][] = [
  ["holdout", { arm: "holdout" }],
  ["ordered", { orderedSince: true }],
  ["cart_emptied", { cart: { ...clear.cart, lineCount: 0 } }],
  ["cart_emptied", { cart: { ...clear.cart, deleted: true } }],
  ["suppressed", { suppressed: true }],
  ["no_consent", { consent: "withdrawn" }],
  ["no_consent", { consent: null, consentRule: "explicit" }],
  ["tenant_paused", { tenantPaused: true }],
  ["sequence_withdrawn", { sequenceWithdrawn: true }],
  ["expired", { cart: { ...clear.cart, abandonedAt: hours(-7 * 24 - 1) } }],
  ["superseded", { newerEnrollment: true }],
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
    const night = { ...clear, sendWindow: { fromHour: 8, toHour: 21 }, timeZone: "Asia/Tokyo" };
    expect(decide(night, now)).toEqual({
      kind: "wait",
      reason: "outside_send_window",
      until: new Date("2026-03-10T23:00:00Z"),
    });
  });

  test("waits until the frequency cap lets another message through", () => {
    const capped = { ...clear, frequencyCap: { messages: 1, hours: 12 }, sentAt: [hours(-4)] };
    expect(decide(capped, now)).toEqual({ kind: "wait", reason: "frequency_capped", until: hours(8) });
  });

  test("an order speaks before everything but the holdout", () => {
    const everything = Object.assign({}, clear, ...stops.slice(1).map(([, change]) => change), { orderedSince: true });
    expect(decide(everything, now)).toEqual({ kind: "stop", reason: "ordered" });
  });
});

test("after the moment a cap names, a message keeps to it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -200, max: 0 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 72 }),
      (sent, messages, span) => {
        const cap = { messages, hours: span };
        const until = cappedUntil(cap, sent.map(hours), now);
        const inSpan = sent.map(hours).filter((at) => at.getTime() > until.getTime() - span * 3_600_000);
        expect(inSpan.length).toBeLessThan(messages);
      },
    ),
  );
});
