import { expect, test } from "vitest";
import { type ClockFacts, cartClock } from "./cart-clock.ts";

const now = new Date("2026-03-01T12:00:00Z");
const facts = (over: Partial<ClockFacts> = {}, cart: Partial<ClockFacts["cart"]> = {}): ClockFacts => ({
  cart: {
    lineCount: 1,
    contactId: "con_1",
    lastActivityAt: new Date("2026-03-01T11:30:00Z"),
    abandonedAt: null,
    orderedAt: null,
    deletedAt: null,
    ...cart,
  },
  thresholdMinutes: 60,
  enrollment: null,
  refusal: null,
  waitingDraft: null,
  mergedInto: null,
  ...over,
});
const open = {
  position: 1,
  nextDueAt: new Date("2026-03-02T09:00:00Z"),
  closed: false,
  closeReason: null,
  holdout: false,
  waits: "best_hour" as const,
};
const abandoned = { abandonedAt: new Date("2026-03-01T09:00:00Z") };

test("a quiet cart says when it will count as abandoned", () => {
  expect(cartClock(facts(), now).next).toEqual({ kind: "abandonment", at: "2026-03-01T12:30:00.000Z" });
});

test.each([
  ["ordered", facts({ enrollment: open }, { orderedAt: now })],
  ["deleted", facts({}, { deletedAt: now })],
  ["cart_emptied", facts({}, { lineCount: 0 })],
  ["no_contact", facts({}, { contactId: null })],
  ["no_consent", facts({ refusal: "no_consent" }, abandoned)],
  ["holdout", facts({ enrollment: { ...open, holdout: true } }, abandoned)],
  ["superseded", facts({ enrollment: { ...open, closed: true, closeReason: "superseded" } }, abandoned)],
  ["superseded", facts({ mergedInto: "cart_2" })],
])("names %s as the reason why nothing comes", (reason, given) => {
  expect(cartClock(given, now).next).toEqual({ kind: "nothing", reason });
});

test("a draft that waits for a person comes before the next step", () => {
  const waitingDraft = { id: "drf_1", reviewDueAt: null };
  expect(cartClock(facts({ enrollment: open, waitingDraft }, abandoned), now).next).toEqual({
    kind: "review",
    draftId: "drf_1",
    at: null,
  });
});

test("an open enrollment says which step is due when", () => {
  expect(cartClock(facts({ enrollment: open }, abandoned), now).next).toEqual({
    kind: "step",
    position: 1,
    at: "2026-03-02T09:00:00.000Z",
    waits: "best_hour",
  });
});
