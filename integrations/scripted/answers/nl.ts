import type { AnswerBook } from "./answer-book.ts";

export const nl: AnswerBook = {
  asked: ["Bedankt voor je [vraag|bericht].", "[Fijn|Goed] dat je het vraagt."],
  orders: ["Je bestelling {{order.name}} van {{order.date}} is bij ons aangekomen."],
  handOvers: [
    "[Iemand van ons|Een mens] kijkt ernaar en schrijft je persoonlijk.",
    "Iemand van ons [kijkt ernaar en antwoordt je|zoekt het uit en antwoordt je].",
  ],
  more: [
    "Is er nog iets niet duidelijk, antwoord dan [gewoon|gerust] op deze e-mail.",
    "Heb je nog een vraag, antwoord dan [gewoon|gerust] op deze e-mail.",
  ],
  cartLinks: ["Je winkelwagen is hier: {{cart.link}}"],
  sorry: [
    "Het spijt ons dat iets niet goed ging, en bedankt dat je het ons zegt.",
    "Bedankt dat je het ons zegt. Het spijt ons dat iets niet was zoals het hoort.",
  ],
  goodbyes: [
    "Bedankt dat je het ons zegt. Wij schrijven je niet meer over deze winkelwagen.",
    "Bedankt voor je antwoord. Wij schrijven je niet meer over deze winkelwagen.",
  ],
};
