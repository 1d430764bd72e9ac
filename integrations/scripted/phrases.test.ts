import { describe, expect, test } from "vitest";
import type { Brief } from "#domain/draft.ts";
import { inspect } from "#domain/inspect.ts";
import { type Language, languages } from "#domain/language.ts";
import { stepPurposes } from "#domain/sequence.ts";
import { slotsIn } from "#domain/slots.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { phrasebooks } from "./scripted-writer.ts";
import { fullBrief } from "./testing/briefs.ts";
import { variantsOf } from "./variants.ts";

type Spoken = { field: "subject" | "preheader" | "heading" | "paragraphs" | "button" | "postscript"; text: string };

function everyPhrase(book: Phrasebook): Spoken[] {
  const of = (field: Spoken["field"], phrases: string[]) =>
    phrases.flatMap(variantsOf).map((text) => ({ field, text }));
  const { notes, buttons, postscripts, ...paragraphs } = book;
  return [
    ...stepPurposes.flatMap((purpose) => [
      ...of("subject", notes[purpose].subjects),
      ...of("preheader", notes[purpose].preheaders),
      ...of("heading", notes[purpose].headings),
      ...of("paragraphs", [...notes[purpose].openings, ...notes[purpose].seconds]),
    ]),
    ...of("paragraphs", Object.values(paragraphs).flat()),
    ...of("postscript", postscripts),
    ...of("button", buttons),
  ];
}

function spokenIn(language: Language): Brief {
  return { ...fullBrief, language };
}

describe.each(languages)("the phrasebook in %s", (language) => {
  const book = phrasebooks[language];
  const [opening = ""] = book.notes.reminder.openings.flatMap(variantsOf);
  const frame = { subject: "…", preheader: "…", heading: "…", paragraphs: [opening], button: "…", postscript: null };

  test("says nothing in any of its phrases that inspection refuses when the facts are there", () => {
    const found = everyPhrase(book).flatMap(({ field, text }) => {
      const words = { ...frame, [field]: field === "paragraphs" ? [text] : text };
      return inspect(words, spokenIn(language)).map(({ code, excerpt }) => `${field} ${code} "${excerpt}" in: ${text}`);
    });
    expect(found).toEqual([]);
  });

  test("leaves no choice mark and no half slot in any phrase", () => {
    for (const { text } of everyPhrase(book)) {
      expect(text.replace(/\{\{[a-zA-Z.]+\}\}/g, "")).not.toMatch(/[[\]|{}]/);
      expect(text).toBe(text.trim());
    }
  });

  test("has a way to say each part without any fact of the cart", () => {
    for (const purpose of stepPurposes) {
      const { subjects, preheaders, headings, openings, seconds } = book.notes[purpose];
      for (const phrases of [subjects, preheaders, headings, openings, seconds]) {
        expect(phrases.some((phrase) => slotsIn(phrase).every((slot) => slot === "brand.name"))).toBe(true);
      }
    }
  });

  test("ends every sentence of its text", () => {
    const { greetings, plainGreetings, notes, buttons, ...rest } = book;
    const sentences = [
      ...Object.values(rest).flat(),
      ...stepPurposes.flatMap((purpose) => [...notes[purpose].openings, ...notes[purpose].seconds]),
    ];
    for (const sentence of sentences.flatMap(variantsOf)) expect(sentence).toMatch(/[.。?？؟]$/u);
  });
});
