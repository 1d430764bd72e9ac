import { z } from "zod";

// Shapes that answers share. An answer is described by what it is sent as: ISO times, money in minor units.

const ourTexts = z.registry<{ ours: true }>();

/** Marks texts that the program itself makes: ids, hashes, names of reasons. What members typed is somebody's like any other. */
export function ours<T extends z.ZodType>(shape: T): T {
  ourTexts.add(shape, { ours: true });
  return shape;
}

export const isOurs = (shape: z.core.$ZodType) => ourTexts.has(shape);

export const id = ours(
  z.string().min(1).max(64).meta({ description: "An id of ours, which names its kind: `cart_01…`" }),
);
export const instant = z.iso.datetime().meta({ description: "An instant in UTC" });
export const currency = ours(
  z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta({ description: "ISO 4217" }),
);
/** Names words by what they are, so that a verdict on others is noticed. */
export const wordsHash = ours(z.string().meta({ description: "A verdict names the words that it is about by this" }));
/** A reason by its name, as the tables of reasons have it. */
export const reasonName = (description: string) => ours(z.string().meta({ description }));

export const money = z
  .strictObject({ amount: z.int(), currency })
  .meta({ id: "Money", description: "An amount in the currency's minor unit: 7150 EUR are 71.50 €" });

/** Every list of the API is paged alike: `limit` rows, and the `next` of one page is the `cursor` of the one after. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: "The most rows of an answer" }),
  cursor: z.string().max(200).optional().meta({ description: "The `next` of the page before" }),
};

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(row: T) => z.strictObject({ data: z.array(row), next: cursor.nullable() });

const cursor = ours(z.string().meta({ description: "The next page's cursor" }));

export const apiError = z
  .strictObject({
    error: z.strictObject({ code: z.string(), message: z.string(), field: z.string().optional() }),
  })
  .meta({ id: "Error", description: "Why a request was not answered; `field` is the path of what was wrong" });

export const byId = z.strictObject({ id });
