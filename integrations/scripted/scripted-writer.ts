import type { Brief, Words } from "#domain/draft.ts";
import { hashToUnit } from "#domain/enrollment.ts";
import { type Language, languageOf } from "#domain/language.ts";
import type { StepPurpose } from "#domain/sequence.ts";
import type { Writer } from "../writing.ts";
import { ar } from "./ar.ts";
import { beyondACart, beyondBooks } from "./beyond/books.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { nl } from "./nl.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { type Pick, pickFor, sayablePhrases } from "./phrasing.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { scriptedReply } from "./scripted-reply.ts";

type Beyond = (typeof beyondBooks)[Language];

export const phrasebooks: Record<Language, Phrasebook> = { en, de, fr, es, it, pt, nl, pl, ja, ar };

export const phrasebookVersion = "scripted-3";

const free = {
  ...{ model: null, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
  ...{ costMicros: 0, currency: null, confidence: null, latencyMs: 0 },
};

/** Words from a phrasebook: no network, no key, the same for the same seed. What a shop without a model can keep on. */
export const scriptedWriter: Writer = {
  name: "scripted",
  write: async (brief, { seed, corrections }) => {
    const { words, subjects } = scriptedAnswer(brief, corrections ? `${seed}|again` : seed);
    return { ...free, words, subjects, writer: "scripted", promptVersion: phrasebookVersion };
  },
};

/** The words for a brief; each part is chosen by the seed among those whose slots the brief can fill. */
export function scriptedWords(brief: Brief, seed: string): Words {
  return scriptedAnswer(brief, seed).words;
}

function scriptedAnswer(brief: Brief, seed: string): { words: Words; subjects: string[] } {
  if (brief.answer)
    return scriptedReply(brief, { facts: brief.answer, book: phrasebooks[languageOf(brief.language)], seed });
  const language = languageOf(brief.language);
  const book = phrasebooks[language];
  const purpose = sayablePurpose(brief);
  const beyond = beyondACart(purpose) ? beyondBooks[language] : null;
  const note = beyondACart(purpose) ? beyondBooks[language].notes[purpose] : book.notes[purpose];
  const phrases = sayablePhrases(brief);
  const pick = pickFor(brief, `${seed}|${purpose}`);
  const joined = (...sentences: string[]) => sentences.filter(Boolean).join(language === "ja" ? "" : " ");
  const now = (part: string, share: number) => hashToUnit(`${seed}|${purpose}|${part}?`) < share;

  const subjects = threeOf(phrases(note.subjects), `${seed}|${purpose}|subject`);
  const second = pick("second", note.seconds);
  const countable = !beyond && brief.lineCount > 1 && purpose !== "help";
  const several = countable && now("several", 0.6) ? pick("several", book.several) : "";
  const offer = brief.incentive ? offerOf(brief, beyond ? { ...book, offers: beyond.offers } : book, pick) : "";
  // An answer is invited once: in the text of the help step, else in the closing or in the postscript.
  const invites = purpose === "reminder" || purpose === "incentive";
  const postscript = invites && now("postscript", 0.3) ? pick("postscript", book.postscripts) : null;
  const closings = beyond?.closings ?? (invites && !postscript ? [...book.replies, ...book.thanks] : book.thanks);
  const greetings = phrases(book.greetings);
  const subject = subjects[0] ?? "";
  const heading = pick("heading", note.headings, [subject]);
  const words = {
    subject,
    preheader: pick("preheader", note.preheaders, [subject, heading]),
    heading,
    paragraphs: [
      greetings.length > 0 ? pick("greeting", book.greetings) : pick("greeting", book.plainGreetings),
      joined(pick("opening", note.openings), several, purpose === "incentive" ? "" : second),
      joined(offer, purpose === "incentive" ? second : ""),
      joined(...(beyond ? [] : plainFacts(brief, purpose, { book, pick }))),
      !beyond && brief.loyaltyLine && brief.contact.returning ? pick("loyalty", book.loyalty) : "",
      pick("closing", closings),
    ].filter(Boolean),
    button: pick("button", beyond ? buttonsOf(beyond, purpose) : book.buttons),
    postscript,
  };
  return { words, subjects };
}

/** A step that was to offer something may have earned this cart nothing: then it is an ordinary reminder. */
function sayablePurpose(brief: Brief): StepPurpose {
  return brief.purpose === "incentive" && !brief.incentive ? "reminder" : brief.purpose;
}

const toProducts: ReadonlySet<StepPurpose> = new Set(["browse", "complement"]);

function buttonsOf(beyond: Beyond, purpose: StepPurpose): string[] {
  return toProducts.has(purpose) ? beyond.toProducts : beyond.toShop;
}

function offerOf(brief: Brief, book: Phrasebook, pick: Pick): string {
  const code = brief.incentive?.hasCode ? pick("code", book.offerCodes) : "";
  const ends = brief.incentive?.hasDeadline ? pick("ends", book.offerEnds) : "";
  const space = languageOf(brief.language) === "ja" ? "" : " ";
  return [pick("offer", book.offers), code, ends].filter(Boolean).join(space);
}

/** What a shopper may want to know before deciding: policies where objections are met, and how many pieces there are. */
function plainFacts(brief: Brief, purpose: StepPurpose, { book, pick }: { book: Phrasebook; pick: Pick }): string[] {
  const helping = purpose === "help";
  const asked = brief.hints.shippingCostSeen && brief.incentive?.kind !== "free_shipping" && !brief.store.shipping;
  return [
    helping && brief.store.returns ? pick("returns", book.returns) : "",
    helping && brief.store.shipping ? pick("shipping", book.shipping) : "",
    helping && asked ? pick("delivery", book.aboutDelivery) : "",
    brief.stock.length > 0 ? pick("stock", brief.lineCount > 1 ? book.stockSeveral : book.stockOne) : "",
  ];
}

/** Up to three different ways, the chosen one first. */
function threeOf(ways: string[], key: string): string[] {
  const ranked = ways.map((way) => ({ way, rank: hashToUnit(`${key}|${way}`) })).sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, 3).map(({ way }) => way);
}
