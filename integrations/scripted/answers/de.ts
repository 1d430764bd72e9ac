import type { AnswerBook } from "./answer-book.ts";

export const de: AnswerBook = {
  asked: ["Danke für Ihre [Frage|Nachricht].", "[Gut|Schön], dass Sie fragen."],
  orders: ["Ihre Bestellung {{order.name}} vom {{order.date}} ist bei uns angekommen."],
  handOvers: [
    "[Jemand aus unserem Team|Einer von uns] sieht es sich an und schreibt Ihnen persönlich.",
    "Ein Mensch aus unserem Team [kümmert sich darum und antwortet Ihnen|sieht es sich an und antwortet Ihnen].",
  ],
  more: [
    "Wenn noch etwas unklar ist, antworten Sie [einfach|gern] auf diese E-Mail.",
    "Falls noch eine Frage aufkommt, antworten Sie [einfach|gern] auf diese E-Mail.",
  ],
  cartLinks: ["Ihr Warenkorb ist hier: {{cart.link}}"],
  sorry: [
    "Es tut uns leid, dass etwas nicht so war, wie es sein sollte. Danke, dass Sie es uns sagen.",
    "Danke, dass Sie uns schreiben. Es tut uns leid, dass etwas schiefgegangen ist.",
  ],
  goodbyes: [
    "Danke, dass Sie uns Bescheid sagen. Wir schreiben Ihnen zu diesem Warenkorb nicht mehr.",
    "Danke für Ihre Nachricht. Zu diesem Warenkorb schreiben wir Ihnen nicht mehr.",
  ],
};
