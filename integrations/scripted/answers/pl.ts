import type { AnswerBook } from "./answer-book.ts";

export const pl: AnswerBook = {
  asked: ["Dziękujemy za [pytanie|wiadomość].", "[Dobrze|Miło], że pytasz."],
  orders: ["Twoje zamówienie {{order.name}} ({{order.date}}) do nas dotarło."],
  handOvers: [
    "[Ktoś z nas|Człowiek] to sprawdzi i napisze do Ciebie osobiście.",
    "Ktoś z nas [to sprawdzi i odpowie|zajmie się tym i odpowie].",
  ],
  more: [
    "Jeśli coś jest niejasne, [po prostu odpisz|śmiało odpisz] na tę wiadomość.",
    "Jeśli masz inne pytanie, [po prostu odpisz|śmiało odpisz] na tę wiadomość.",
  ],
  cartLinks: ["Twój koszyk jest tutaj: {{cart.link}}"],
  sorry: [
    "Przykro nam, że coś poszło nie tak, i dziękujemy za wiadomość.",
    "Dziękujemy za wiadomość. Przykro nam, że coś nie było tak, jak miało być.",
  ],
  goodbyes: [
    "Dziękujemy za wiadomość. Nie napiszemy już o tym koszyku.",
    "Dziękujemy za odpowiedź. Nie napiszemy już o tym koszyku.",
  ],
};
