import { describe, expect, test } from "vitest";
import type { Snapshot } from "./decision.ts";
import { changesBetween, type PinnedFacts, type PinnedLine, revalidate } from "./revalidation.ts";

const at = new Date("2026-03-02T10:00:00Z");
const lamp: PinnedLine = { id: "lamp", title: "Lamp", quantity: 1, unitPrice: 5_000, stock: 12 };
const rug: PinnedLine = { id: "rug", title: "Rug", quantity: 2, unitPrice: 3_000, stock: null };
const ten = { id: "inc_10", percent: 10, code: "BACK10", validUntil: null, withdrawn: false };
const then: PinnedFacts = { currency: "EUR", total: 11_000, lines: [lamp, rug], incentive: ten };

const free: Snapshot = {
  arm: "variant",
  orderedSince: false,
  cart: { lineCount: 2, deleted: false, abandonedAt: new Date("2026-03-02T08:00:00Z") },
  suppressed: false,
  consent: null,
  consentRule: "not_withdrawn",
  tenantPaused: false,
  sequenceWithdrawn: false,
  expiryDays: 7,
  supersededBy: null,
  stepCount: 3,
  position: 0,
  dueAt: new Date("2026-03-02T09:00:00Z"),
  timeZone: "Europe/Berlin",
  rules: null,
  caps: [],
  sentAt: [],
  hour: null,
  quiet: null,
  lastSeenAt: null,
  warmUp: null,
};

describe("what moved under a draft is named", () => {
  test.each([
    [
      "a line that came",
      { lines: [lamp, rug, { ...rug, id: "mat", title: "Mat" }] },
      [{ kind: "line_added", title: "Mat", quantity: 2 }],
    ],
    ["a line that went", { lines: [lamp] }, [{ kind: "line_removed", title: "Rug", quantity: 2 }]],
    [
      "another quantity",
      { lines: [lamp, { ...rug, quantity: 3 }] },
      [{ kind: "quantity", title: "Rug", from: 2, to: 3 }],
    ],
    [
      "another price",
      { lines: [{ ...lamp, unitPrice: 6_000 }, rug] },
      [{ kind: "price", title: "Lamp", from: 5_000, to: 6_000, currency: "EUR" }],
    ],
    ["another total", { total: 10_000 }, [{ kind: "total", from: 11_000, to: 10_000, currency: "EUR" }]],
    ["another currency", { currency: "CHF" }, [{ kind: "currency", from: "EUR", to: "CHF" }]],
    [
      "stock that no longer fills the line",
      { lines: [{ ...lamp, stock: 0 }, rug] },
      [{ kind: "stock", title: "Lamp", from: 12, to: 0 }],
    ],
    ["stock that went but still fills it", { lines: [{ ...lamp, stock: 8 }, rug] }, []],
    ["one variant on two lines", { lines: [lamp, { ...rug, quantity: 1 }, { ...rug, quantity: 1 }] }, []],
    ["an incentive that is not offered", { incentive: null }, [{ kind: "incentive_gone", reason: "not_offered" }]],
    [
      "an incentive that was withdrawn",
      { incentive: { ...ten, withdrawn: true } },
      [{ kind: "incentive_gone", reason: "withdrawn" }],
    ],
    [
      "an incentive that ran out",
      { incentive: { ...ten, validUntil: at } },
      [{ kind: "incentive_gone", reason: "expired" }],
    ],
    ["other terms", { incentive: { ...ten, percent: 5 } }, [{ kind: "incentive_terms", from: "10%", to: "5%" }]],
    ["a code minted meanwhile", { incentive: { ...ten, code: "BACK10-7KQ2MX9D" } }, []],
  ])("%s", (_rule, moved, changes) => {
    expect(changesBetween(then, { ...then, ...moved }, at)).toEqual(changes);
  });

  test("low stock, of which the words may speak, is stale when it moves at all", () => {
    const few = { ...then, lines: [{ ...lamp, stock: 3 }, rug] };
    expect(changesBetween(few, { ...few, lines: [{ ...lamp, stock: 2 }, rug] }, at)).toHaveLength(1);
    expect(changesBetween(few, few, at)).toEqual([]);
  });
});

describe("a draft is asked again", () => {
  const moved: PinnedFacts = { ...then, total: 9_000 };

  test("nothing moved and nothing is in the way", () => {
    expect(revalidate(then, { facts: then, snapshot: free }, at)).toEqual({ kind: "ok" });
  });

  test.each([
    ["ordered", { orderedSince: true }],
    ["suppressed", { suppressed: true }],
    ["no_consent", { consent: "withdrawn" }],
    ["sequence_withdrawn", { sequenceWithdrawn: true }],
    ["expired", { cart: { ...free.cart, abandonedAt: new Date("2026-02-01T00:00:00Z") } }],
  ] as const)("an end comes before any change: %s", (reason, change) => {
    const answer = revalidate(then, { facts: moved, snapshot: { ...free, ...change } }, at);
    expect(answer).toEqual({ kind: "stop", reason });
  });

  test("a change comes before a wait, so that nobody waits for words that must be written again", () => {
    const capped: Snapshot = { ...free, caps: [{ messages: 1, hours: 12 }], sentAt: [at] };
    expect(revalidate(then, { facts: moved, snapshot: capped }, at)).toMatchObject({ kind: "stale" });
    expect(revalidate(then, { facts: then, snapshot: capped }, at)).toMatchObject({
      kind: "wait",
      reason: "frequency_capped",
    });
  });
});
