import { z } from "zod";

const latest = Date.UTC(2100, 0, 1);
const earliest = Date.UTC(1980, 0, 1);

/** One event as a sender gives it. */
export const sentEventSchema = z
  .object({
    id: z.string().max(1024).nullish(),
    name: z.string().min(1).max(512),
    data: z.record(z.string(), z.unknown()).nullish(),
    ts: z.number().nullish(),
    user: z.unknown().optional(),
    v: z.string().nullish(),
    meta: z.unknown().optional(),
  })
  .refine((event) => !event.ts || (event.ts >= earliest && event.ts <= latest), "ts must lie between 1980 and 2100")
  .refine((event) => !event.name.startsWith("inngest/"), "event name is reserved for internal use");

export type SentEvent = z.output<typeof sentEventSchema>;

export const opSchema = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});

export type Op = z.output<typeof opSchema>;

export const waitOptionsSchema = z.object({ timeout: z.string().nullish(), if: z.string().nullish() });
export const signalOptionsSchema = z.object({
  signal: z.string(),
  timeout: z.string().nullish(),
  conflict: z.enum(["fail", "replace"]).nullish(),
});
export const invokeOptionsSchema = z.object({
  function_id: z.string(),
  payload: z.object({ data: z.unknown(), v: z.string().nullish() }).nullish(),
  timeout: z.string().nullish(),
});

export const checkpointSchema = z.object({
  qi_id: z.string().optional(),
  generation_id: z.number().optional(),
  steps: z.array(opSchema).max(1_000),
});

export const syncReplySchema = z.object({
  app_id: z.string(),
  sdk: z.string().optional(),
  functions: z.array(z.unknown()),
});

/** An error as the SDK serialises it; whatever else it holds is kept. */
export const errorSchema = z.looseObject({ name: z.string().catch("Error"), message: z.string().catch("") });
