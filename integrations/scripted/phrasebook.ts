import type { StepPurpose } from "#domain/sequence.ts";

/** Ways to say one purpose; any subject goes with any preheader, heading and body. */
export type Note = { subjects: string[]; preheaders: string[]; headings: string[]; bodies: string[] };

/** All that the scripted writer can say in a language. Slots stand in the nominative, after a colon or as a subject. */
export type Phrasebook = {
  greetings: string[];
  plainGreetings: string[];
  notes: Record<StepPurpose, Note>;
  offers: string[];
  offerEnds: string[];
  loyalty: string[];
  closings: string[];
  buttons: string[];
};
