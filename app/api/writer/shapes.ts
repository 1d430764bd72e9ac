import { z } from "zod";
import { writerChoices, writerModes } from "#domain/writer-settings.ts";

const whole = (least: number, most: number) =>
  z.int("Give a whole number").min(least, `At least ${least}`).max(most, `At most ${most}`);

/** Millionths of the currency's unit for a million tokens. */
const price = z
  .int("Give a price")
  .min(0, "A price is not negative")
  .max(10_000_000_000, "That is no price")
  .nullable();

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text), "Use one line");

/** Settings come whole; only a key that is not given stays as it was. */
export const writerChange = z
  .strictObject({
    provider: z.enum(writerChoices),
    model: line(120),
    baseUrl: line(500).nullable(),
    apiKey: line(500).optional(),
    temperature: z.number().min(0, "At least 0").max(2, "At most 2").nullable(),
    monthlyTokens: whole(1_000, 100_000_000_000).nullable(),
    inputPrice: price,
    cachedInputPrice: price,
    outputPrice: price,
    concurrency: whole(1, 50),
    requestsPerMinute: whole(1, 10_000),
    mode: z.enum(writerModes),
    reuseDays: whole(1, 90),
    variants: whole(1, 20),
  })
  .superRefine(({ provider, model, baseUrl, inputPrice, outputPrice }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const own = provider !== "installation" && provider !== "scripted";
    if (own && model === "") wrong("model", "Name the model");
    if (provider === "openai-compatible" && !baseUrl) wrong("baseUrl", "Give the server's address");
    if (provider !== "openai-compatible" && baseUrl) wrong("baseUrl", "Only an OpenAI-compatible server has one");
    if (outputPrice === null && inputPrice !== null) wrong("outputPrice", "Give both prices or none");
    if (inputPrice === null && outputPrice !== null) wrong("inputPrice", "Give both prices or none");
  });

export type WriterChange = z.infer<typeof writerChange>;
