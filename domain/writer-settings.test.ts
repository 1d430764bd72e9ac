import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costsPerThousand } from "./writer-economics.ts";
import { costOf, isBudgetSpent } from "./writer-settings.ts";

const prices = { inputPrice: 3_000_000, cachedInputPrice: 300_000, outputPrice: 15_000_000, priceCurrency: "EUR" };
const tokens = fc.nat({ max: 1_000_000 });
const price = fc.nat({ max: 100_000_000 });

describe("the cost of tokens", () => {
  test("is in millionths of the currency's unit, cached tokens at their own price", () => {
    const use = { inputTokens: 1_000, cachedInputTokens: 800, outputTokens: 100 };
    // 200 × 3 € + 800 × 0.30 € + 100 × 15 € for a million each.
    expect(costOf(use, prices)).toBe(600 + 240 + 1_500);
    expect(costOf(use, { ...prices, cachedInputPrice: null })).toBe(3_000 + 1_500);
  });

  test("is unknown while a price or its currency is, and never guessed", () => {
    const use = { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 };
    for (const missing of ["inputPrice", "outputPrice", "priceCurrency"])
      expect(costOf(use, { ...prices, [missing]: null })).toBeNull();
  });

  test("is a whole number, never less than the exact sum, and more tokens never cost less", () => {
    fc.assert(
      fc.property(tokens, tokens, tokens, price, price, (input, cached, output, inputPrice, outputPrice) => {
        const of = { ...prices, inputPrice, outputPrice, cachedInputPrice: null };
        const cost = costOf({ inputTokens: input, cachedInputTokens: cached, outputTokens: output }, of) ?? -1;
        const more = costOf({ inputTokens: input + 1, cachedInputTokens: cached, outputTokens: output }, of) ?? -1;
        expect(Number.isInteger(cost)).toBe(true);
        expect(cost).toBeGreaterThanOrEqual((input * inputPrice + output * outputPrice) / 1_000_000);
        expect(more).toBeGreaterThanOrEqual(cost);
      }),
    );
  });
});

test("a budget lets nothing begin that could end above it", () => {
  expect(isBudgetSpent(null, { used: 1e12, underWay: 0, more: 1 })).toBe(false);
  expect(isBudgetSpent(100, { used: 40, underWay: 30, more: 30 })).toBe(false);
  expect(isBudgetSpent(100, { used: 40, underWay: 30, more: 31 })).toBe(true);
});

describe("a thousand messages", () => {
  const use = { inputTokens: 20_000, cachedInputTokens: 0, outputTokens: 4_000 };
  const seen = { messages: 400, economyDrafts: 20, written: 20, use };

  test("cost as the tenant's own drafts did, and in economy by how many carts share a pattern", () => {
    const { basis, personal, economy } = costsPerThousand(seen, null, prices);
    expect(basis).toBe("drafts");
    // A draft took 1,000 tokens in and 200 out: 0.6 cents.
    expect(personal).toEqual({ tokens: 1_200_000, costMicros: 6_000_000 });
    expect(economy).toEqual({ tokens: 60_000, costMicros: 300_000 });
  });

  test("are estimated from a try where nothing was written, and economy stays unknown without messages", () => {
    const tried = { inputTokens: 900, cachedInputTokens: 0, outputTokens: 100 };
    const nothing = { messages: 0, economyDrafts: 0, written: 0, use: { ...use, inputTokens: 0, outputTokens: 0 } };
    expect(costsPerThousand(nothing, tried, prices)).toMatchObject({ basis: "try", economy: null });
    expect(costsPerThousand(nothing, null, prices)).toEqual({ basis: "nothing", personal: null, economy: null });
  });
});
