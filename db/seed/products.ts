export type Product = {
  slug: string;
  sku: string;
  title: string;
  blurb: string;
  /** Minor units of the shop's currency. */
  price: number;
  variants: string[];
  /** How often people put it into a cart, relative to the others. */
  appeal: number;
};

type Rest = Omit<Product, "slug" | "sku" | "title" | "price">;
const product = (...[slug, sku, title, price, rest]: [string, string, string, number, Rest]): Product => ({
  slug,
  sku,
  title,
  price,
  ...rest,
});

/** What the demo shop sells. Pictures stand in public/products under the slug. */
export const products: Product[] = [
  product("fjord-mug", "NL-MUG", "Fjord mug", 2400, {
    blurb: "Hand-thrown stoneware that keeps coffee warm for one more chapter.",
    variants: ["Moss", "Sand", "Slate"],
    appeal: 10,
  }),
  product("harbour-teapot", "NL-POT", "Harbour teapot", 5800, {
    blurb: "Four cups, a drip-free spout and a lid that stays on.",
    variants: ["Deep blue", "Oat"],
    appeal: 7,
  }),
  product("lighthouse-candle", "NL-CAN", "Lighthouse candle", 1900, {
    blurb: "Rapeseed wax with sea buckthorn and a little smoke.",
    variants: [],
    appeal: 9,
  }),
  product("skerry-throw", "NL-THR", "Skerry wool throw", 12900, {
    blurb: "Woven from undyed island wool, wide enough for two.",
    variants: ["Heather", "Cloud"],
    appeal: 5,
  }),
  product("midsummer-lantern", "NL-LAN", "Midsummer lantern", 7400, {
    blurb: "Brass and glass, for the porch or the end of the garden.",
    variants: [],
    appeal: 4,
  }),
  product("galley-apron", "NL-APR", "Galley apron", 4600, {
    blurb: "Heavy washed linen with one pocket in the right place.",
    variants: ["Rust", "Ink"],
    appeal: 4,
  }),
  product("beeswax-tapers", "NL-TAP", "Beeswax tapers", 1400, {
    blurb: "A pair, dipped by hand. They smell of honey and nothing else.",
    variants: [],
    appeal: 8,
  }),
  product("birch-board", "NL-BOA", "Birch board", 3900, {
    blurb: "Bread on one side, cheese on the other.",
    variants: ["Small", "Large"],
    appeal: 5,
  }),
  product("enamel-kettle", "NL-KET", "Enamel kettle", 6800, {
    blurb: "Whistles politely. Works on every hob, induction too.",
    variants: ["Cream", "Fir green"],
    appeal: 5,
  }),
  product("storm-tea", "NL-TEA", "Storm tea", 1600, {
    blurb: "Black leaves, lightly smoked, for weather you hear before you see.",
    variants: [],
    appeal: 10,
  }),
  product("long-night-socks", "NL-SOC", "Long night socks", 2200, {
    blurb: "Thick merino with a reinforced heel.",
    variants: ["Small", "Medium", "Large"],
    appeal: 8,
  }),
  product("aurora-lamp", "NL-LMP", "Aurora lamp", 14900, {
    blurb: "A small lamp that turns a corner into a place to sit.",
    variants: [],
    appeal: 3,
  }),
];

/** Where a product's picture is served. */
export function picturePath(product: Product): string {
  return `/products/${product.slug}.png`;
}

export function productBySlug(slug: string): Product | null {
  return products.find((one) => one.slug === slug) ?? null;
}
