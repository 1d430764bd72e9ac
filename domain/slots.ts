import { answerSlotNames, type Brief, type SlotName, slotNames, type Words } from "./draft.ts";

/** What fills each slot; null where there is no such fact. */
export type SlotFacts = Record<SlotName, string | null>;

/** No fact for any slot: the ground on which the known ones are laid. */
export const noFacts: SlotFacts = {
  "contact.firstName": null,
  "incentive.label": null,
  "incentive.code": null,
  "incentive.deadline": null,
  "cart.firstItem": null,
  "cart.count": null,
  "cart.total": null,
  "stock.left": null,
  "store.returns": null,
  "store.shipping": null,
  "brand.name": null,
  "order.name": null,
  "order.date": null,
  "cart.link": null,
};

const slot = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The slot names in a text as they are written, known or not, each once. */
export function slotsIn(text: string): string[] {
  return [...new Set([...text.matchAll(slot)].map((match) => match[1] ?? ""))];
}

/** Whether a name is a slot that can be filled at all. */
export function isSlotName(name: string): name is SlotName {
  return [...slotNames, ...answerSlotNames].some((known) => known === name);
}

/**
 * Puts facts into slots in one pass: a fact is never read as a template. A name that is missing goes together with the
 * space, honorific and comma that hung on it; any other missing fact takes its sentence with it. Where nothing would be
 * left, what stood around the slot stays. Nothing with `{{` ever comes out.
 */
export function fillSlots(text: string, facts: SlotFacts): string {
  return filled(standingSentences(text, facts), facts) || filled(text, facts).replace(dangling, "");
}

/** The same for a text that may be left out: empty where no sentence of it has all its facts. */
export function fillOrDrop(text: string, facts: SlotFacts): string {
  return filled(standingSentences(text, facts), facts);
}

function filled(text: string, facts: SlotFacts): string {
  let gone = false;
  const kept = text.replace(slot, (_, name: string, offset: number) => {
    const fact = isSlotName(name) ? facts[name] : null;
    // Our own label begins a line like any word; a product may begin with a small letter on purpose.
    const beginsLine = name === "incentive.label" && offset === 0;
    if (fact) return (beginsLine ? capitalized(fact) : fact).replace(/\{\{|\}\}/g, "");
    gone = true;
    return missing;
  });
  return withoutBraces(gone ? capitalized(closeGaps(kept)) : kept);
}

const sentence = /(?:\{\{[^{}]*\}\}|[^.!?。！？؟…])+[.!?。！？؟…]*[”"»」』)\s]*|[.!?。！？؟…]+\s*/gu;
const dangling = /\s*[:：,،、;؛–—-]\s*$/u;

/** The sentences of a text whose facts are all there; a name may be missing, for a sentence stands without it. */
function standingSentences(text: string, facts: SlotFacts): string {
  const lacks = (name: string) => isSlotName(name) && name !== "contact.firstName" && !facts[name];
  if (!slotsIn(text).some(lacks)) return text;
  return (text.match(sentence) ?? [])
    .filter((part) => !slotsIn(part).some(lacks))
    .join("")
    .trim();
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** What is left of broken slots. Taking one pair out may bring two single braces together, hence the loop. */
function withoutBraces(text: string): string {
  let left = text;
  while (/\{\{|\}\}/.test(left)) left = left.replace(/\{\{+|\}\}+/g, "");
  return left;
}

const missing = "\u0000";

function closeGaps(text: string): string {
  return text
    .replace(/^\s*\0\s*(?:さん|様)?\s*[,،、:]?\s*/u, "")
    .replace(/\s*[,،、]?\s*\0(?:さん|様)?(?=\s*[,،、.!?。！؟:])/gu, "")
    .replace(/\0(?:さん|様)?\s*/gu, "")
    .replace(/\s{2,}/g, " ")
    .trim();
}

/** The same words with every slot filled. */
export function fillWords(words: Words, facts: SlotFacts): Words {
  return {
    subject: fillSlots(words.subject, facts),
    preheader: fillSlots(words.preheader, facts),
    heading: fillSlots(words.heading, facts),
    paragraphs: words.paragraphs.map((paragraph) => filled(standingSentences(paragraph, facts), facts)).filter(Boolean),
    button: fillSlots(words.button, facts),
    postscript: words.postscript ? filled(standingSentences(words.postscript, facts), facts) || null : null,
  };
}

/** The slots that a brief has facts for. */
export function fillableSlots(brief: Brief): SlotName[] {
  const has: Record<SlotName, boolean> = {
    "contact.firstName": usableFirstName(brief.contact.firstName) !== null,
    "incentive.label": brief.incentive !== null,
    "incentive.code": brief.incentive?.hasCode === true,
    "incentive.deadline": brief.incentive?.hasDeadline === true,
    "cart.firstItem": usableTitle(brief.lines[0]?.title ?? null) !== null,
    // A count is said of several only, so that sentences need no singular.
    "cart.count": brief.lineCount > 1,
    "cart.total": brief.total !== null,
    "stock.left": brief.stock.length > 0,
    "store.returns": usablePolicy(brief.store.returns) !== null,
    "store.shipping": usablePolicy(brief.store.shipping) !== null,
    "brand.name": brief.brand.name !== "",
    "order.name": brief.answer?.hasOrder === true,
    "order.date": brief.answer?.hasOrder === true,
    "cart.link": brief.answer?.hasCartLink === true,
  };
  return [...slotNames, ...answerSlotNames].filter((name) => has[name]);
}

/** A shopper typed it, so it is used only when it looks like a name: no digits, no links, no sentence. */
export function usableFirstName(name: string | null): string | null {
  const text = (name ?? "").normalize("NFC").trim();
  return /^\p{L}[\p{L}\p{M}' ’.-]{0,39}$/u.test(text) && !/\p{L}\.\p{L}/u.test(text) && text.split(" ").length <= 4
    ? text
    : null;
}

/** A title short enough for a sentence, or null when it holds a link, a price or braces. */
export function usableTitle(title: string | null): string | null {
  const text = (title ?? "").replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  if (!text || /:\/\/|www\.|\p{L}\.\p{L}{2,}|[{}<>@%٪％]|\p{Sc}/u.test(text)) return null;
  if (text.length <= 44) return text;
  const cut = text.slice(0, 44);
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(" "), 24));
  return `${atWord.replace(/[\s,;:(–-]+$/u, "").replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A shop's policy as the end of a sentence that brings its own full stop; null when there is none. */
export function usablePolicy(policy: string | null): string | null {
  const text = (policy ?? "").replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return (
    text
      .slice(0, 200)
      .replace(/[\s.。．]+$/u, "")
      .trim() || null
  );
}
