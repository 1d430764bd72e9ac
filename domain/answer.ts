import type { AnswerTopic } from "./answer-facts.ts";
import type { Brief, FallbackReason, Finding, WriterName } from "./draft.ts";
import { fillableSlots } from "./slots.ts";

export const proposalOutcomes = [
  "proposed",
  "nothing_to_answer",
  "automatic",
  "not_authentic",
  "mailbox_declines",
  "newer_mail",
  "answered",
  "must_not_be_written_to",
  "erased",
] as const;
/** What came of a mail: an answer was proposed, or why none was. */
export type ProposalOutcome = (typeof proposalOutcomes)[number];

const factOfTopic = {
  shipping: "store.shipping",
  returns: "store.returns",
  stock: "stock.left",
  order: "order.name",
} as const;

/** The topics of a question that the brief holds a fact for. */
export function answeredTopics(brief: Brief): AnswerTopic[] {
  const slots = fillableSlots(brief);
  return (brief.answer?.topics ?? []).filter((topic) => slots.includes(factOfTopic[topic]));
}

/**
 * Whether a person must follow up whatever the writer says: on a complaint, and on a question that no fact answers, or that
 * asks for more than the facts say.
 */
export function needsPerson(brief: Brief): boolean {
  const { answer } = brief;
  if (!answer || answer.intent === "bought_elsewhere") return false;
  return (
    answer.intent === "complaint" || answer.topics.length === 0 || answeredTopics(brief).length < answer.topics.length
  );
}

/** One try at an answer's words, with what was found in them and who wrote them. */
export type AnswerTry = {
  paragraphs: string[] | null;
  findings: Finding[];
  writer: WriterName | null;
  model: string | null;
  promptVersion: string | null;
  fallbackReason: FallbackReason | null;
};
