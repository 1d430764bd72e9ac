import { expect, test } from "vitest";
import { decodeCart, encodeCart } from "./storefront-cart.ts";

const cart = {
  id: "nl-0123456789ab",
  lines: [
    { slug: "fjord-mug", variant: "Slate", quantity: 2 },
    { slug: "storm-tea", variant: null, quantity: 1 },
  ],
};

test("a basket comes back from its link as it was", () => {
  expect(decodeCart(encodeCart(cart))).toEqual(cart);
  expect(encodeCart(cart)).toMatch(/^[\w.-]+$/);
});

test("leaves out what the shop does not sell, and refuses what is no basket", () => {
  const odd = { id: cart.id, lines: [{ slug: "submarine", variant: null, quantity: 1 }, ...cart.lines] };
  expect(decodeCart(encodeCart(odd))).toEqual(cart);
  for (const text of ["", "nl", "../../etc.passwd", `${cart.id}.<script>`]) expect(decodeCart(text)).toBeNull();
});

test("no quantity exceeds nine, and an unknown kind becomes the first", () => {
  const greedy = { id: cart.id, lines: [{ slug: "fjord-mug", variant: "Gold", quantity: 400 }] };
  expect(decodeCart(encodeCart(greedy))?.lines).toEqual([{ slug: "fjord-mug", variant: "Moss", quantity: 9 }]);
});
