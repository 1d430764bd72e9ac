import type { Brief, Words } from "#domain/draft.ts";
import { hashToUnit } from "#domain/enrollment.ts";
import { type Language, languageOf } from "#domain/language.ts";
import { fillableSlots, slotsIn } from "#domain/slots.ts";
import type { Writer } from "../writing.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { nl } from "./nl.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";

const phrasebooks: Record<Language, Phrasebook> = { en, de, fr, es, it, pt, nl, pl, ja, ar };

export const phrasebookVersion = "scripted-2";

const free = {
  ...{ model: null, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
  ...{ costMicros: 0, currency: null, confidence: null, latencyMs: 0 },
};

/** Words from a phrasebook: no network, no key, the same for the same seed. What a shop without a model can keep on. */
export const scriptedWriter: Writer = {
  name: "scripted",
  write: async (brief, { seed, corrections }) => {
    const words = scriptedWords(brief, corrections ? `${seed}|again` : seed);
    return { ...free, words, subjects: [words.subject], writer: "scripted", promptVersion: phrasebookVersion };
  },
};

/** The words for a brief; each part is chosen by the seed among those whose slots the brief can fill. */
export function scriptedWords(brief: Brief, seed: string): Words {
  const book = phrasebooks[languageOf(brief.language)];
  // A step that was to offer something may have earned this cart nothing: then it is an ordinary reminder.
  const purpose = brief.purpose === "incentive" && !brief.incentive ? "reminder" : brief.purpose;
  const note = book.notes[purpose];
  const pick = (part: string, choices: string[]) => choose(choices, brief, `${seed}|${purpose}|${part}`);

  const greetings = fillableSlots(brief).includes("contact.firstName") ? book.greetings : book.plainGreetings;
  const offer = brief.incentive ? pick("offer", book.offers) : "";
  const ends = brief.incentive?.hasDeadline ? pick("ends", book.offerEnds) : "";
  return {
    subject: pick("subject", note.subjects),
    preheader: pick("preheader", note.preheaders),
    heading: pick("heading", note.headings),
    paragraphs: [
      pick("greeting", greetings),
      pick("body", note.bodies),
      [offer, ends].filter(Boolean).join(" "),
      brief.loyaltyLine && brief.contact.returning ? pick("loyalty", book.loyalty) : "",
      pick("closing", book.closings),
    ].filter(Boolean),
    button: pick("button", book.buttons),
  };
}

function choose(choices: string[], brief: Brief, key: string): string {
  const fillable = new Set<string>(fillableSlots(brief));
  const sayable = choices.filter((choice) => slotsIn(choice).every((slot) => fillable.has(slot)));
  const liked = sayable.filter((choice) => !brief.brand.avoidWords.some((word) => says(choice, word)));
  const among = liked.length > 0 ? liked : sayable;
  return among[Math.floor(hashToUnit(key) * among.length)] ?? "";
}

function says(text: string, word: string): boolean {
  return word.trim() !== "" && text.toLowerCase().includes(word.trim().toLowerCase());
}
