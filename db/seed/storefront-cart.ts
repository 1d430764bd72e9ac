import { type Product, productBySlug } from "./products.ts";

export type StorefrontLine = { slug: string; variant: string | null; quantity: number };
export type StorefrontCart = { id: string; lines: StorefrontLine[] };

/** A basket as text for a link: the shop keeps no table of them. Prices are never in it. */
export function encodeCart(cart: StorefrontCart): string {
  const lines = cart.lines.map((line) => [line.slug, line.variant ?? "", line.quantity].join("*")).join("!");
  return `${cart.id}.${Buffer.from(lines).toString("base64url")}`;
}

/** The basket of a link, or null when the text is none. Unknown products are left out. */
export function decodeCart(token: string): StorefrontCart | null {
  const match = /^([A-Za-z0-9-]{4,40})\.([A-Za-z0-9_-]{0,2000})$/.exec(token);
  if (!match?.[1]) return null;
  const text = Buffer.from(match[2] ?? "", "base64url").toString("utf8");
  const lines = text.split("!").flatMap((part) => decodeLine(part) ?? []);
  return { id: match[1], lines };
}

function decodeLine(part: string): StorefrontLine | null {
  const [slug = "", variant = "", count = ""] = part.split("*");
  const product = productBySlug(slug);
  const quantity = Math.min(9, Math.floor(Number(count)));
  if (!product || !(quantity >= 1)) return null;
  return { slug, variant: knownVariant(product, variant), quantity };
}

/** The named variant, or the product's first; null when it has none. */
export function knownVariant(product: Product, variant: string | null): string | null {
  return product.variants.find((one) => one === variant) ?? product.variants[0] ?? null;
}
