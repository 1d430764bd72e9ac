import { z } from "zod";
import { channelModels, creditChannels } from "#domain/attribution/channel-credit.ts";
import { answerLines } from "./json-lines.ts";

const path = z
  .strictObject({
    channels: z.array(z.string().min(1).max(200)).max(1_000),
    shoppers: z.int().min(0).optional(),
    conversions: z.int().min(0).default(1),
    value: z.int().default(0),
    agesDays: z.array(z.number().min(0)).optional(),
  })
  .refine((one) => one.agesDays === undefined || one.agesDays.length === one.channels.length, {
    error: "agesDays needs a number for each channel",
    path: ["agesDays"],
  })
  .transform((one) => ({ ...one, shoppers: one.shoppers ?? one.conversions }));

const request = z.strictObject({
  id: z.unknown().optional(),
  model: z.union([z.enum(channelModels), z.literal("all")]).default("all"),
  paths: z.array(path).max(1_000_000),
  halfLifeDays: z.number().gt(0).optional(),
});

/** Paths in, credit per channel out, under one model or all of them side by side. */
function answer(asked: unknown): unknown {
  const parsed = request.safeParse(asked);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join(".") ?? "";
    return { error: { code: "invalid", message: issue?.message ?? "Is wrong", field } };
  }
  const { id, model, paths, halfLifeDays } = parsed.data;
  const models = model === "all" ? channelModels : [model];
  const credit = Object.fromEntries(models.map((one) => [one, creditChannels(one, paths, { halfLifeDays })]));
  return { ...(id === undefined ? {} : { id }), credit };
}

await answerLines(process.stdin, process.stdout, answer);
