/** How people of one language say what they want. Each text is a part of a regular expression over small letters. */
export type IntentWords = {
  /** Whole answers that ask for silence. */
  alone: string[];
  /** Phrases that ask for silence, wherever they stand. */
  stop: string[];
  /** That they bought somewhere else. */
  elsewhere: string[];
  complaint: string[];
  /** That they have it already; asked last, for whoever waits for a parcel says so too. */
  bought: string[];
  /** How a question begins that bears no mark. */
  question: string[];
};
