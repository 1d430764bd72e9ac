import { z } from "zod";
import { brandFonts } from "#domain/brand-font.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { mostSocialLinks, networkOf, socialNetworks } from "#domain/social-link.ts";

const address = z
  .string()
  .trim()
  .refine((text) => normalizeAddress(text) !== null, "This is no email address");
const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text), "Use one line");

/** Quoted in messages as it stands: empty means that none is. */
const policy = oneLine(200)
  .transform((text) => text || null)
  .nullable();

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "Give a colour such as #1f6f5c")
  .transform((text) => text.toLowerCase());
const ground = {
  buttonText: colour.optional(),
  page: colour.optional(),
  card: colour.optional(),
  text: colour.optional(),
};
const socialLink = z
  .strictObject({ network: z.enum(socialNetworks), url: z.url().max(300) })
  .refine(({ network, url }) => networkOf(url) === network, {
    error: "Give your page's address there, with https://",
    path: ["url"],
  });

export const brandChange = z
  .strictObject({
    name: oneLine(80).min(1, "Give a name"),
    logoUrl: z
      .url({ protocol: /^https$/, error: "Give an address with https://" })
      .max(500)
      .nullable(),
    logoAlt: oneLine(120)
      .transform((text) => text || null)
      .nullable(),
    accent: colour,
    colours: z.strictObject({
      light: z.strictObject(ground),
      dark: z.strictObject({ accent: colour.optional(), ...ground }),
    }),
    fonts: z.strictObject({ heading: z.enum(brandFonts), body: z.enum(brandFonts) }),
    socialLinks: z.array(socialLink).max(mostSocialLinks),
    senderName: oneLine(80).min(1, "Give a name"),
    senderAddress: address,
    replyTo: address.nullable(),
    postalAddress: z.string().trim().min(5, "Commercial mail must name a postal address").max(300),
    tone: oneLine(200),
    avoidWords: z.array(oneLine(40).min(1)).max(50),
    useWords: z.array(oneLine(40).min(1)).max(50),
    examples: z.array(oneLine(300).min(1)).max(5),
    returnsPolicy: policy,
    shippingPolicy: policy,
    tellsAuthorship: z.boolean(),
  })
  .partial();
