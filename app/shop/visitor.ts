import { z } from "zod";

export const visitorCookie = "storefront";

const line = z.object({
  slug: z.string().max(60),
  variant: z.string().max(60).nullable(),
  quantity: z.int().min(1).max(9),
});

export const shopperShape = z.object({
  email: z
    .string()
    .trim()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "This is no email address"),
  firstName: z.string().trim().min(1, "Who are you?").max(60),
  lastName: z.string().trim().max(60),
});
export type Shopper = z.infer<typeof shopperShape>;

/** Who walks through the shop with which basket, as their browser remembers it; the shop itself keeps no table. */
export const visitorShape = z.object({
  cartId: z.string().regex(/^[A-Za-z0-9-]{4,40}$/),
  lines: z.array(line).max(20),
  shopper: shopperShape.extend({
    language: z.string().max(5),
    country: z.string().max(2),
    timeZone: z.string().max(40),
  }),
  /** Whether the shopper has given the address to the shop. */
  known: z.boolean(),
  code: z.string().max(40).nullable(),
  /** The number of the order that this basket became. */
  ordered: z.string().max(40).nullable(),
  startedAt: z.iso.datetime(),
});
export type Visitor = z.infer<typeof visitorShape>;

export function writeVisitor(visitor: Visitor): string {
  return Buffer.from(JSON.stringify(visitor)).toString("base64url");
}

/** The visitor of a cookie, or null when it is missing or not ours to read. */
export function readVisitor(cookie: string | null | undefined): Visitor | null {
  if (!cookie) return null;
  try {
    const result = visitorShape.safeParse(JSON.parse(Buffer.from(cookie, "base64url").toString("utf8")));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

/** The visitor cookie of a request's `cookie` header. */
export function visitorOf(request: Request): Visitor | null {
  const match = new RegExp(`(?:^|;\\s*)${visitorCookie}=([^;]+)`).exec(request.headers.get("cookie") ?? "");
  return readVisitor(match?.[1]);
}

/** A response that the browser remembers the visitor by. */
export function remembering(response: Response, visitor: Visitor): Response {
  response.headers.append(
    "set-cookie",
    `${visitorCookie}=${writeVisitor(visitor)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000`,
  );
  return response;
}
