import type { Brief, Words } from "./draft.ts";
import { hashToUnit } from "./enrollment.ts";
import { inspect } from "./inspect.ts";
import { fillableSlots } from "./slots.ts";
import { withChosenSubject } from "./subject.ts";

/**
 * All that a writer is told when its words are to serve many carts: nothing of this cart's products, and of this shopper
 * only whether there is a name. Carts with the same answer get the same prompt, so that words cannot depend on more.
 */
export function patternFacts(brief: Brief) {
  const { language, purpose, template, contact, lineCount, incentive, loyaltyLine, stock, brand, store } = brief;
  return {
    // Named one by one: rows bring their keys back in an order of their own.
    brand: {
      name: brand.name,
      tone: brand.tone,
      avoidWords: brand.avoidWords,
      useWords: brand.useWords,
      examples: brand.examples,
    },
    policies: { returns: store.returns, shipping: store.shipping },
    language,
    purpose,
    template,
    shopper: { hasFirstName: contact.firstName !== null, boughtBefore: contact.returning },
    loyaltyLine,
    severalProducts: lineCount > 1,
    incentive: incentive && { kind: incentive.kind, hasDeadline: incentive.hasDeadline, hasCode: incentive.hasCode },
    fewPiecesLeft: stock.length > 0,
    usableSlots: fillableSlots(brief),
  };
}

/** The shape of a brief's facts as one text: equal for carts that the same words can serve. */
export function factShapeOf(brief: Brief): string {
  return JSON.stringify(patternFacts(brief));
}

/** A draft of the pattern that was written for many, with the brief that it was written from. */
export type Reusable = { draftId: string; brief: Brief; words: Words; subjects: string[] };

/**
 * The drafts, of those found newest first, whose words serve a brief too: the same shape of facts, and they pass the
 * inspection against this very brief. At most `variants`, with the subject that fits.
 */
export function fittingDrafts(
  found: Reusable[],
  brief: Brief,
  { variants, seed }: { variants: number; seed: string },
): Reusable[] {
  const shape = factShapeOf(brief);
  const fitting: Reusable[] = [];
  for (const one of found) {
    if (fitting.length >= variants) break;
    if (factShapeOf(one.brief) !== shape) continue;
    const words = withChosenSubject(one.words, one.subjects, { brief, seed });
    if (inspect(words, brief).every((finding) => finding.severity !== "block")) fitting.push({ ...one, words });
  }
  return fitting;
}

/** One of them by the seed, so that mails of one pattern do not all read alike. */
export function pickDraft(fitting: Reusable[], seed: string): Reusable | null {
  return fitting[Math.floor(hashToUnit(`${seed}|variant`) * fitting.length)] ?? null;
}
