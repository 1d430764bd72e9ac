import type { AnswerBook } from "./answer-book.ts";

export const pt: AnswerBook = {
  asked: ["Agradecemos a sua [pergunta|mensagem].", "Agradecemos que nos [escreva|pergunte]."],
  orders: ["O seu pedido {{order.name}} de {{order.date}} chegou até nós."],
  handOvers: [
    "[Uma pessoa da equipe|Alguém da equipe] vai ver e escrever para você.",
    "Uma pessoa da equipe [vai ver e responder|cuida disso e vai responder].",
  ],
  more: [
    "Se algo não estiver claro, [é só|basta] responder a este e-mail.",
    "Se tiver outra pergunta, [é só|basta] responder a este e-mail.",
  ],
  cartLinks: ["O seu carrinho está aqui: {{cart.link}}"],
  sorry: [
    "Lamentamos que algo não tenha corrido bem, e agradecemos que nos diga.",
    "Agradecemos que nos diga. Lamentamos que algo não tenha sido como devia.",
  ],
  goodbyes: [
    "Agradecemos que nos diga. Não vamos escrever mais sobre este carrinho.",
    "Agradecemos a resposta. Não vamos escrever mais sobre este carrinho.",
  ],
};
