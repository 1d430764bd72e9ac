import { describe, expect, test } from "vitest";
import { type Language, languages } from "./language.ts";
import { type SlotSource, slotFactsOf } from "./slot-facts.ts";
import { counted, slotWords } from "./slot-words.ts";

const source: SlotSource = {
  language: "en",
  timeZone: "Europe/Berlin",
  firstName: "Amelie",
  firstTitle: "Linen overshirt",
  lineCount: 3,
  total: { amount: 12_990, currency: "EUR" },
  incentive: { kind: "percent", percent: 10, code: "BACK10", validUntil: new Date("2026-11-24T18:00:00Z") },
  stockLeft: 2,
  store: { returns: "Within 30 days.", shipping: null },
  brandName: "Fjord & Field",
};

describe("what fills the slots", () => {
  test.each([
    ["en", "3 products", "2 pieces", "€129.90", "10% off"],
    ["de", "3 Artikel", "2 Stück", "129,90 €", "10 % Rabatt"],
    ["pl", "3 produkty", "2 sztuki", "129,90 €", "10% rabatu"],
    ["ja", "3点の商品", "2点", "€129.90", "10%オフ"],
  ])("speaks %s", (language, count, left, total, label) => {
    expect(slotFactsOf({ ...source, language })).toMatchObject({
      "cart.count": count,
      "stock.left": left,
      "cart.total": total,
      "incentive.label": label,
    });
  });

  test("writes a deadline by the clock of the shopper's place", () => {
    const deadline = (timeZone: string) => slotFactsOf({ ...source, timeZone })["incentive.deadline"];
    expect(deadline("Europe/Berlin")).toMatch(/November 24, 2026.*7:00/);
    expect(deadline("Asia/Tokyo")).toMatch(/November 25, 2026.*3:00/);
  });

  test("leaves out what is not known, and counts only several", () => {
    const bare = { ...source, lineCount: 1, total: null, incentive: null, stockLeft: null };
    const facts = slotFactsOf({ ...bare, store: { returns: " . ", shipping: null } });
    const missing = ["cart.count", "cart.total", "incentive.label", "incentive.code", "incentive.deadline"] as const;
    for (const slot of [...missing, "stock.left", "store.returns", "store.shipping"] as const) {
      expect(facts[slot]).toBeNull();
    }
  });

  test("ends no policy with a full stop, for the sentence brings its own", () => {
    expect(slotFactsOf(source)["store.returns"]).toBe("Within 30 days");
  });

  test("has a form for every plural that a language knows", () => {
    const rules = (language: Language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const language of languages) {
      for (const count of [1, 2, 3, 5, 11, 22, 100]) {
        const said = counted(count, slotWords[language].products, language);
        expect(said).not.toContain("#");
      }
      const { products } = slotWords[language];
      if (["pl", "ar"].includes(language)) {
        const missing = rules(language).filter((rule) => !(rule in products) && rule !== "zero");
        expect(missing).toEqual([]);
      }
    }
    expect([1, 2, 5, 11, 100].map((count) => counted(count, slotWords.pl.pieces, "pl"))).toEqual([
      "1 sztuka",
      "2 sztuki",
      "5 sztuk",
      "11 sztuk",
      "100 sztuk",
    ]);
  });
});
