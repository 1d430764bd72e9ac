import type { AnswerBook } from "./answer-book.ts";

export const en: AnswerBook = {
  asked: ["Thank you for [your question|writing to us].", "[Good that you ask|We are glad that you ask]."],
  orders: ["Your order {{order.name}} from {{order.date}} has reached us."],
  handOvers: [
    "[Somebody from our team|One of us] will look into it and write to you personally.",
    "A person from our team [will take a look and answer you|is looking into it and will answer you].",
  ],
  more: [
    "If something is still unclear, [just|simply] reply to this email.",
    "Should another question come up, [just|simply] reply to this email.",
  ],
  cartLinks: ["Your cart is here: {{cart.link}}"],
  sorry: [
    "We are sorry that something went wrong, and thank you for telling us.",
    "Thank you for telling us. We are sorry that it was not as it should be.",
  ],
  goodbyes: [
    "Thank you for letting us know. We will not write to you about this cart again.",
    "Thank you for telling us. This was our last email about this cart.",
  ],
};
