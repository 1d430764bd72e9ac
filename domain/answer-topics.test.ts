import { describe, expect, test } from "vitest";
import type { AnswerTopic } from "./answer-facts.ts";
import { topicsIn } from "./answer-topics.ts";
import type { Language } from "./language.ts";

const asked: [Language, string, AnswerTopic[]][] = [
  ["en", "How much is delivery to Norway, and can I return it?", ["shipping", "returns"]],
  ["en", "Is the blue one still in stock?", ["stock"]],
  ["en", "Where is my order?", ["order"]],
  ["en", "Does the lamp come with a bulb?", []],
  ["de", "Was kostet der Versand nach Österreich?", ["shipping"]],
  ["de", "Ist das Hemd noch lieferbar?", ["stock"]],
  ["de", "Kann ich es umtauschen?", ["returns"]],
  ["fr", "Quels sont les frais de port ?", ["shipping"]],
  ["fr", "Où est ma commande ?", ["order"]],
  ["es", "¿Puedo devolverlo si no me queda bien?", ["returns"]],
  ["es", "¿Cuánto cuesta el envío?", ["shipping"]],
  ["it", "La spedizione è gratuita? E i resi?", ["shipping", "returns"]],
  ["pt", "Qual é o prazo de entrega?", ["shipping"]],
  ["nl", "Is dit nog op voorraad?", ["stock"]],
  ["pl", "Ile kosztuje dostawa i czy mogę zwrócić?", ["shipping", "returns"]],
  ["ja", "送料はいくらですか。返品できますか。", ["shipping", "returns"]],
  ["ar", "كم تكلفة الشحن؟", ["shipping"]],
];

describe("the topics of a question", () => {
  test.each(asked)("are told in %s: %s", (language, text, topics) => {
    expect(topicsIn(text, language)).toEqual(topics);
  });

  test("are told in any case and width", () => {
    expect(topicsIn("ＳＨＩＰＰＩＮＧ?", "en")).toEqual(["shipping"]);
  });
});
