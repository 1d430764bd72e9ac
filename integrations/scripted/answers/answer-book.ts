/**
 * What the scripted writer says to somebody who wrote to the shop. In any phrase, `[a|b]` is said either way. `orders` says
 * that an order has come in, `handOvers` that a person takes over, `cartLinks` ends with the way back to the cart.
 */
export type AnswerBook = {
  asked: string[];
  orders: string[];
  handOvers: string[];
  more: string[];
  cartLinks: string[];
  sorry: string[];
  goodbyes: string[];
};
