import { describe, expect, test } from "vitest";
import type { Brief } from "#domain/draft.ts";
import { inspect } from "#domain/inspect.ts";
import { type Language, languages } from "#domain/language.ts";
import { type StepPurpose, stepPurposes } from "#domain/sequence.ts";
import { slotsIn } from "#domain/slots.ts";
import { beyondBooks } from "./beyond/books.ts";
import type { Note } from "./phrasebook.ts";
import { phrasebooks } from "./scripted-writer.ts";
import { fullBrief } from "./testing/briefs.ts";
import { variantsOf } from "./variants.ts";

type Spoken = { field: "subject" | "preheader" | "heading" | "paragraphs" | "button" | "postscript"; text: string };

function everyPhrase(language: Language): Spoken[] {
  const { notes: beyond, toShop, toProducts, offers, closings } = beyondBooks[language];
  const book = { ...phrasebooks[language], more: [...offers, ...closings] };
  const of = (field: Spoken["field"], phrases: string[]) =>
    phrases.flatMap(variantsOf).map((text) => ({ field, text }));
  const { notes: ofCart, buttons, postscripts, ...paragraphs } = book;
  const notes: Record<StepPurpose, Note> = { ...ofCart, ...beyond };
  return [
    ...stepPurposes.flatMap((purpose) => [
      ...of("subject", notes[purpose].subjects),
      ...of("preheader", notes[purpose].preheaders),
      ...of("heading", notes[purpose].headings),
      ...of("paragraphs", [...notes[purpose].openings, ...notes[purpose].seconds]),
    ]),
    ...of("paragraphs", Object.values(paragraphs).flat()),
    ...of("postscript", postscripts),
    ...of("button", [...buttons, ...toShop, ...toProducts]),
  ];
}

function spokenIn(language: Language): Brief {
  return { ...fullBrief, language };
}

describe.each(languages)("the phrasebook in %s", (language) => {
  const book = phrasebooks[language];
  const notes: Record<StepPurpose, Note> = { ...book.notes, ...beyondBooks[language].notes };
  const [opening = ""] = book.notes.reminder.openings.flatMap(variantsOf);
  const frame = { subject: "…", preheader: "…", heading: "…", paragraphs: [opening], button: "…", postscript: null };

  test("says nothing in any of its phrases that inspection refuses when the facts are there", () => {
    const found = everyPhrase(language).flatMap(({ field, text }) => {
      const words = { ...frame, [field]: field === "paragraphs" ? [text] : text };
      return inspect(words, spokenIn(language)).map(({ code, excerpt }) => `${field} ${code} "${excerpt}" in: ${text}`);
    });
    expect(found).toEqual([]);
  });

  test("leaves no choice mark and no half slot in any phrase", () => {
    for (const { text } of everyPhrase(language)) {
      expect(text.replace(/\{\{[a-zA-Z.]+\}\}/g, "")).not.toMatch(/[[\]|{}]/);
      expect(text).toBe(text.trim());
    }
  });

  test("has a way to say each part without any fact of the cart", () => {
    for (const purpose of stepPurposes) {
      const { subjects, preheaders, headings, openings, seconds } = notes[purpose];
      for (const phrases of [subjects, preheaders, headings, openings, seconds]) {
        expect(phrases.some((phrase) => slotsIn(phrase).every((slot) => slot === "brand.name"))).toBe(true);
      }
    }
  });

  test("ends every sentence of its text", () => {
    const { greetings, plainGreetings, notes: _, buttons, ...rest } = book;
    const sentences = [
      ...[...Object.values(rest).flat(), ...beyondBooks[language].offers, ...beyondBooks[language].closings],
      ...stepPurposes.flatMap((purpose) => [...notes[purpose].openings, ...notes[purpose].seconds]),
    ];
    for (const sentence of sentences.flatMap(variantsOf)) expect(sentence).toMatch(/[.。?？؟]$/u);
  });
});
