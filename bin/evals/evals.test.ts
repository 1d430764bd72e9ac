import { describe, expect, test } from "vitest";
import { languages } from "#domain/language.ts";
import { heldOutCases } from "./cases.ts";
import { judge } from "./judge.ts";
import { aims, alarmsOf, groupBy, recallOf, scoreOf } from "./score.ts";

const judged = heldOutCases().map(judge);

describe("the eval set", () => {
  test("holds at least 300 cases, good and bad in each language", () => {
    expect(judged.length).toBeGreaterThanOrEqual(300);
    const groups = new Map(groupBy(judged, (one) => one.case.language));
    for (const language of languages) {
      const { bad, good } = scoreOf(groups.get(language) ?? []);
      expect(bad, language).toBeGreaterThanOrEqual(20);
      expect(good, language).toBeGreaterThanOrEqual(12);
    }
  });

  test("finds what is untrue as often as it must", () => {
    expect(recallOf(scoreOf(judged))).toBeGreaterThanOrEqual(aims.recall);
  });

  test("finds fault with good words as seldom as it must", () => {
    expect(alarmsOf(scoreOf(judged))).toBeLessThanOrEqual(aims.falseAlarms);
  });

  test("blocks all but a few of what it finds", () => {
    const { blocked, bad } = scoreOf(judged);
    expect(blocked / bad).toBeGreaterThanOrEqual(0.95);
  });
});
