import type { AnswerBook } from "./answer-book.ts";

export const it: AnswerBook = {
  asked: ["Grazie della [tua domanda|domanda].", "Grazie [per averci scritto|del messaggio]."],
  orders: ["Il tuo ordine {{order.name}} del {{order.date}} ci è arrivato."],
  handOvers: [
    "[Una persona del team|Uno di noi] guarda e ti scriverà di persona.",
    "Una persona del team [se ne occupa e ti risponderà|guarda e ti risponderà].",
  ],
  more: [
    "Se qualcosa non è chiaro, rispondi [semplicemente|pure] a questa e-mail.",
    "Se hai un’altra domanda, rispondi [semplicemente|pure] a questa e-mail.",
  ],
  cartLinks: ["Il tuo carrello è qui: {{cart.link}}"],
  sorry: [
    "Ci dispiace che qualcosa non sia andato bene, e grazie per avercelo detto.",
    "Grazie per avercelo detto. Ci dispiace che qualcosa non sia andato come doveva.",
  ],
  goodbyes: [
    "Grazie per avercelo detto. Non ti scriveremo più di questo carrello.",
    "Grazie della risposta. Non ti scriveremo più di questo carrello.",
  ],
};
