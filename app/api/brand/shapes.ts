import { z } from "zod";
import { normalizeAddress } from "#domain/contact.ts";

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

export const brandChange = z
  .strictObject({
    name: oneLine(80).min(1, "Give a name"),
    logoUrl: z
      .url({ protocol: /^https$/, error: "Give an address with https://" })
      .max(500)
      .nullable(),
    accent: z.string().regex(/^#[0-9a-f]{6}$/i, "Give a colour such as #1f6f5c"),
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
  })
  .partial();
