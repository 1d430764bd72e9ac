import { describe, expect, test } from "vitest";
import type { Brief, Words } from "../draft.ts";
import { factsOf } from "../facts.ts";
import { claimsOf, inspect } from "../inspect.ts";
import { languages } from "../language.ts";
import { calm, percent } from "./brief-cases.ts";
import { frames } from "./frame-cases.ts";

const brief: Brief = { ...calm, incentive: percent, stock: [{ lineId: "line.1", left: 2 }] };
const words: Words = {
  ...frames.en,
  subject: "{{cart.firstItem}}: {{incentive.label}}",
  paragraphs: [
    "Hi Amelie, the Levi's 501 Jeans are in your cart; only {{stock.left}} are left.",
    "Take 10 % off. It ends tonight, {{store.returns}}.",
  ],
};

describe("claims linked to facts", () => {
  const claims = claimsOf(words, brief);
  const linked = (excerpt: string) => claims.find((claim) => claim.excerpt === excerpt);

  test("stand where they are said, by field, paragraph and place", () => {
    for (const { field, paragraph, start, end, excerpt } of claims) {
      const text = field === "paragraphs" ? words.paragraphs[paragraph] : words[field];
      expect(text?.slice(start, end)).toBe(excerpt);
    }
  });

  test("name the fact that backs them", () => {
    expect(linked("{{cart.firstItem}}")).toMatchObject({ field: "subject", factId: "line.1.title", code: null });
    expect(linked("{{incentive.label}}")).toMatchObject({ factId: "incentive.kind", code: null });
    expect(linked("Levi's 501 Jeans")).toMatchObject({ paragraph: 0, factId: "line.1.title" });
    expect(linked("Amelie")).toMatchObject({ factId: "contact.firstName" });
    expect(linked("only")).toMatchObject({ factId: "stock.left", code: null });
    expect(linked("10 %")).toMatchObject({ paragraph: 1, factId: "incentive.percent" });
  });

  test("name the finding where no fact does", () => {
    expect(linked("{{store.returns}}")).toMatchObject({ factId: null, code: "slot_without_fact" });
    expect(claims.find(({ code }) => code === "deadline")).toMatchObject({ paragraph: 1, factId: null });
  });

  test("link to facts of the brief only, and never to a fact and a finding at once", () => {
    const ids = new Set(factsOf(brief).map(({ id }) => id));
    for (const { factId, code } of claims) {
      expect(factId === null).toBe(code !== null);
      if (factId) expect(ids).toContain(factId);
    }
  });

  test("are found while somebody types", () => {
    const long = { ...words, paragraphs: Array(6).fill(words.paragraphs[0]) };
    for (const language of languages) claimsOf(long, { ...brief, language });
    const times = Array.from({ length: 20 }, () => {
      const started = performance.now();
      claimsOf(long, brief);
      inspect(long, brief);
      return performance.now() - started;
    });
    // Together they take about 2 ms. The quickest time counts: the others may have waited for a busy machine.
    expect(Math.min(...times)).toBeLessThan(10);
  });
});
