import { expect, test } from "vitest";
import { briefFor } from "#domain/brief.ts";
import { inspect } from "#domain/inspect.ts";
import { avoided, wordsFor, wordsToQuestion } from "./words.ts";

const templates = ["reminder", "free-shipping", "percent-off"] as const;

function briefOf(template: (typeof templates)[number], language: "en" | "de") {
  const kind = template === "free-shipping" ? ("free_shipping" as const) : ("percent" as const);
  return briefFor({
    language,
    step: { purpose: template === "percent-off" ? "last_chance" : "reminder", template, position: 0 },
    contact: { firstName: "Mia", orders: 0, lastOrderDays: null, recoveries: 0 },
    lines: [{ title: "Linen overshirt", variantTitle: null, quantity: 1 }],
    total: { amount: 8_900, currency: "EUR" },
    incentive: template === "reminder" ? null : { kind, percent: 10, validHours: 72, code: "SHIP" },
    hints: { shippingCostSeen: false, device: null, hoursAway: 2 },
    stock: [null],
    loyaltyLine: false,
    brand: { name: "Nordlicht", tone: "calm", avoidWords: [avoided[language]], useWords: [], examples: [] },
    store: { returns: null, shipping: null },
  });
}

test.each(templates.flatMap((template) => (["en", "de"] as const).map((language) => [template, language] as const)))(
  "the demo's words for %s in %s claim nothing, and those to question hold just the one finding",
  (template, language) => {
    const brief = briefOf(template, language);
    for (const turn of [0, 0.99]) {
      const plain = wordsFor(template, language, turn);
      expect(inspect(plain, brief)).toEqual([]);
      expect(inspect(wordsToQuestion(plain, language), brief).map((it) => it.code)).toEqual(["avoided_word"]);
    }
  },
);
