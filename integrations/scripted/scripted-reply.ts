import { answeredTopics, needsPerson } from "#domain/answer.ts";
import type { AnswerFacts, AnswerTopic } from "#domain/answer-facts.ts";
import { framed } from "#domain/answer-words.ts";
import type { Brief, Words } from "#domain/draft.ts";
import { languageOf } from "#domain/language.ts";
import type { AnswerBook } from "./answers/answer-book.ts";
import { answerBooks } from "./answers/books.ts";
import { beyondBooks } from "./beyond/books.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { type Pick, pickFor, sayablePhrases } from "./phrasing.ts";

type Books = { book: Phrasebook; answers: AnswerBook };
type Asked = { facts: AnswerFacts; book: Phrasebook; seed: string };

/** The words of an answer: to a question its facts, to a complaint an apology, and a person where no fact is enough. */
export function scriptedReply(brief: Brief, { facts, book, seed }: Asked): { words: Words; subjects: string[] } {
  const language = languageOf(brief.language);
  const answers = answerBooks[language];
  const pick = pickFor(brief, `${seed}|${facts.intent}`);
  const hasName = sayablePhrases(brief)(book.greetings).length > 0;
  const words = framed(
    [
      hasName ? pick("greeting", book.greetings) : pick("greeting", book.plainGreetings),
      ...saying(brief, { facts, books: { book, answers }, pick }),
      pick(
        "closing",
        beyondBooks[language].closings.filter((closing) => closing.includes("{{brand.name}}")),
      ),
    ].filter(Boolean),
  );
  return { words, subjects: [words.subject] };
}

function saying(brief: Brief, { facts, books, pick }: { facts: AnswerFacts; books: Books; pick: Pick }): string[] {
  const { book, answers } = books;
  if (facts.intent === "complaint") return [pick("sorry", answers.sorry), pick("hand over", answers.handOvers)];
  if (facts.intent === "bought_elsewhere") return [pick("goodbye", answers.goodbyes)];
  const ways: Record<AnswerTopic, string[]> = {
    shipping: book.shipping,
    returns: book.returns,
    stock: brief.lineCount > 1 ? book.stockSeveral : book.stockOne,
    order: answers.orders,
  };
  return [
    pick("asked", answers.asked),
    ...answeredTopics(brief).map((topic) => pick(topic, ways[topic])),
    pick("then", needsPerson(brief) ? answers.handOvers : answers.more),
    facts.hasCartLink && !needsPerson(brief) ? pick("cart", answers.cartLinks) : "",
  ];
}
