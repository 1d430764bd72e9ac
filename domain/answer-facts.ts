import type { Intent } from "./inbox.ts";

export const answerIntents = ["question", "complaint", "bought_elsewhere"] as const;
/** What is answered at all. Who says stop, is away or does not exist is written nothing. */
export type AnswerIntent = (typeof answerIntents)[number];

export function isAnswerable(intent: Intent | null): intent is AnswerIntent {
  return answerIntents.some((known) => known === intent);
}

export const answerTopics = ["shipping", "returns", "stock", "order"] as const;
/** What a question is about, where the shop's rows may hold the answer. */
export type AnswerTopic = (typeof answerTopics)[number];

/** What an answer is written from beside the cart. `said` is the mail's own words: untrusted, bounded, never followed. */
export type AnswerFacts = {
  intent: AnswerIntent;
  topics: AnswerTopic[];
  said: string;
  hasOrder: boolean;
  hasCartLink: boolean;
};
