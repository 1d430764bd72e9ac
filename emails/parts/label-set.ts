import type { AuthorshipNotice } from "#domain/identity.ts";
import type { Forms } from "#domain/slot-words.ts";

/** The fixed words of a recovery message. In forms, `#` stands for the number; they follow the language's plural rules. */
export type Labels = {
  quantity: string;
  subtotal: string;
  discount: string;
  shipping: string;
  tax: string;
  total: string;
  free: string;
  yourOffer: string;
  code: string;
  unsubscribe: string;
  preferences: string;
  item: string;
  price: string;
  alsoInCart: string;
  lookedAt: string;
  yourOrder: string;
  delivery: string;
  returns: string;
  questions: string;
  offerEnds: string;
  stockNote: string;
  more: Forms;
  left: Forms;
  /** Stands under the number of orders; `#` is the number of days. */
  ordersLately: Forms;
  /** Stands under the number of orders. */
  ordersSoFar: Forms;
  validUntil: (moment: string) => string;
  why: (brand: string) => string;
  whyCustomer: (brand: string) => string;
  whyVisitor: (brand: string) => string;
  visit: (brand: string) => string;
  reach: (address: string) => string;
  taxIncluded: (amount: string) => string;
  /** Names the page that tells who wrote a message and who approved it. */
  verify: string;
  notices: Record<AuthorshipNotice, string>;
};
