import type { AnswerBook } from "./answer-book.ts";

export const fr: AnswerBook = {
  asked: ["Merci de votre [question|message].", "Merci de nous [écrire|avoir écrit]."],
  orders: ["Votre commande {{order.name}} du {{order.date}} nous est bien parvenue."],
  handOvers: [
    "[Une personne de l’équipe|L’un de nous] regarde cela et vous écrira personnellement.",
    "Une personne de l’équipe [s’en occupe et vous répondra|regarde cela et vous répondra].",
  ],
  more: [
    "Si quelque chose n’est pas clair, répondez [simplement|tout simplement] à cet e-mail.",
    "Si une autre question vous vient, répondez [simplement|tout simplement] à cet e-mail.",
  ],
  cartLinks: ["Votre panier est ici : {{cart.link}}"],
  sorry: [
    "Nous sommes désolés que quelque chose n’ait pas été comme il faut. Merci de nous le dire.",
    "Merci de nous le dire. Nous sommes désolés.",
  ],
  goodbyes: [
    "Merci de nous le dire. Nous ne vous écrirons plus au sujet de ce panier.",
    "Merci de votre réponse. Nous ne vous écrirons plus au sujet de ce panier.",
  ],
};
