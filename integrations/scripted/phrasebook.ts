import type { cartPurposes } from "#domain/trigger.ts";

type CartPurpose = (typeof cartPurposes)[number];

/**
 * Ways to say one purpose; any subject goes with any preheader, heading, opening and second sentence. In any phrase,
 * `[a|b]` is said either way.
 */
export type Note = {
  subjects: string[];
  preheaders: string[];
  headings: string[];
  openings: string[];
  seconds: string[];
};

/**
 * All that the scripted writer can say in a language of a cart that was left. Slots stand in the nominative, after a colon or as a subject.
 * `replies` are closings that invite an answer, `thanks` those that do not; `stockOne` speaks of the only line of a cart,
 * `stockSeveral` of one among several.
 */
export type Phrasebook = {
  greetings: string[];
  plainGreetings: string[];
  notes: Record<CartPurpose, Note>;
  several: string[];
  stockOne: string[];
  stockSeveral: string[];
  aboutDelivery: string[];
  returns: string[];
  shipping: string[];
  offers: string[];
  offerCodes: string[];
  offerEnds: string[];
  loyalty: string[];
  replies: string[];
  thanks: string[];
  postscripts: string[];
  buttons: string[];
};
