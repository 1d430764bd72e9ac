/**
 * How a language speaks of a cart without claiming anything. `idioms` is the inside of a regular expression over
 * lower-case text: turns of phrase that look like a claim and are none ("there is no hurry"). `words` are the words that
 * need no fact, separated by white space; a star stands for endings.
 */
export type PlainSpeech = { idioms: string; words: string };
