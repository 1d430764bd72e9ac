import { describe, expect, test } from "vitest";
import { intentOf } from "./intent-of.ts";
import { latinTexts } from "./testing/latin-texts.ts";
import { otherTexts } from "./testing/other-texts.ts";

const texts = { ...latinTexts, ...otherTexts };

describe("what people want who write back", () => {
  for (const [language, cases] of Object.entries(texts))
    test.each(cases)(`${language}: %s: %s`, (intent, text) => {
      expect(intentOf({ subject: "Re: Your basket", text })?.intent ?? null).toBe(intent);
    });
});

test("the eval holds at least 120 texts, with a wish for silence in each language", () => {
  expect(Object.values(texts).flat().length).toBeGreaterThanOrEqual(120);
  for (const cases of Object.values(texts))
    expect(cases.filter(([intent]) => intent === "stop").length).toBeGreaterThan(3);
});

describe("silence is asked for", () => {
  test.each<[string, { subject: string; text: string }]>([
    ["by a subject alone, as old links do", { subject: "unsubscribe", text: "" }],
    ["by a first line above a signature", { subject: "Re: Hi", text: "Stop.\n\nAda Lovelace\nSent from my iPhone" }],
    ["politely", { subject: "Re: Hi", text: "Hello,\nplease unsubscribe, thank you!" }],
    ["in full width letters", { subject: "Re: Hi", text: "ＳＴＯＰ" }],
  ])("%s", (_, mail) => {
    expect(intentOf(mail)?.intent).toBe("stop");
  });
});

describe("silence is not asked for", () => {
  test.each<[string, { subject: string; text: string }]>([
    ["by a subject that our mailer's answer repeats", { subject: "Re: Stop", text: "Looks nice" }],
    ["by the word in a sentence", { subject: "Re: Hi", text: "Is there a bus stop near your shop?" }],
    ["by how to end something else", { subject: "Re: Hi", text: "How do I stop the lamp from blinking?" }],
    ["by what should not be sent", { subject: "Re: Hi", text: "Don't send me the red one, please" }],
    ["by a word within a word", { subject: "Re: Hi", text: "The stopper and the backstop fit" }],
  ])("%s", (_, mail) => {
    expect(intentOf(mail)?.intent).not.toBe("stop");
  });
});

test("reads hostile texts in no time to speak of", () => {
  for (const piece of ["stop ", "no more ", "keine ", "mail ", "لا ", "もう", "a", "i want "]) {
    const text = piece.repeat(20_000);
    expect(() => intentOf({ subject: text, text })).not.toThrow();
  }
});
