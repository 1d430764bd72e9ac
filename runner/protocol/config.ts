import { z } from "zod";
import { compile } from "../expression/compile.ts";
import { parseCron } from "../time/cron.ts";
import { parseSpan } from "../time/duration.ts";

const day = 86_400_000;

function spanBetween(least: number, most: number) {
  return z.string().transform((text, context) => {
    const span = parseSpan(text);
    if (span !== null && span >= least && span <= most) return span;
    context.addIssue({ code: "custom", message: `"${text}" is not a span between ${least} and ${most} ms` });
    return z.NEVER;
  });
}

function expressionOver(...variables: string[]) {
  return z.string().superRefine((text, context) => {
    try {
      compile(text, variables);
    } catch (error) {
      context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "bad expression" });
    }
  });
}

const cronText = z.string().superRefine((text, context) => {
  try {
    parseCron(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "bad cron" });
  }
});

const onEvent = expressionOver("event");
const onBoth = expressionOver("event", "async");
const positive = z.number().int().min(1);

const trigger = z.union([
  z.strictObject({ event: z.string().min(1), expression: onEvent.optional() }),
  z.strictObject({ cron: cronText, jitter: spanBetween(1_000, day).optional() }),
]);

const concurrencyOption = z
  .strictObject({ limit: positive, key: onEvent.optional(), scope: z.enum(["fn", "env", "account"]).optional() })
  .refine((option) => (option.scope ?? "fn") === "fn" || option.key !== undefined, "a scope wider than fn needs a key");

type ConcurrencyOption = z.output<typeof concurrencyOption>;

const concurrency = z.union([
  positive.transform((limit): ConcurrencyOption[] => [{ limit }]),
  concurrencyOption.transform((option) => [option]),
  z.array(concurrencyOption).min(1).max(2),
]);

const step = z.strictObject({
  id: z.string(),
  name: z.string(),
  runtime: z.strictObject({ type: z.literal("http", "only functions served over http are supported"), url: z.url() }),
  retries: z.strictObject({ attempts: z.number().int().min(0).max(20).optional() }).optional(),
});

const shape = z.strictObject({
  id: z.string().min(1).max(512),
  name: z.string().optional(),
  triggers: z.array(trigger).max(10),
  steps: z.strictObject({ step }),
  idempotency: onEvent.optional(),
  batchEvents: z
    .strictObject({
      maxSize: z.number().int().min(2).max(100),
      timeout: spanBetween(1_000, 7 * day),
      key: onEvent.optional(),
      if: onEvent.optional(),
    })
    .optional(),
  rateLimit: z.strictObject({ key: onEvent.optional(), limit: positive, period: spanBetween(1_000, day) }).optional(),
  throttle: z
    .strictObject({
      key: onEvent.optional(),
      limit: positive,
      period: spanBetween(1_000, 7 * day),
      burst: z.number().int().min(0).optional(),
    })
    .optional(),
  debounce: z
    .strictObject({
      key: onEvent.optional(),
      period: spanBetween(1_000, 7 * day),
      timeout: spanBetween(1_000, 30 * day).optional(),
    })
    .optional(),
  singleton: z.strictObject({ key: onEvent.optional(), mode: z.enum(["skip", "cancel"]) }).optional(),
  priority: z.strictObject({ run: onEvent.optional() }).optional(),
  timeouts: z
    .strictObject({ start: spanBetween(1, 366 * day).optional(), finish: spanBetween(1, 366 * day).optional() })
    .optional(),
  cancel: z
    .array(
      z.strictObject({
        event: z.string().min(1),
        if: onBoth.optional(),
        timeout: spanBetween(1, 366 * day).optional(),
      }),
    )
    .max(5)
    .optional(),
  concurrency: concurrency.optional(),
});

const withBatch: readonly ["cancel" | "debounce" | "singleton" | "priority", string][] = [
  ["cancel", "cancelOn"],
  ["debounce", "debounce"],
  ["singleton", "singleton"],
  ["priority", "priority"],
];

export const functionConfigSchema = shape.superRefine((config, context) => {
  if (config.batchEvents === undefined) return;
  for (const [option, name] of withBatch) {
    const value = config[option];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    context.addIssue({ code: "custom", message: `batchEvents cannot be combined with ${name}` });
  }
});

export type FunctionConfig = z.output<typeof functionConfigSchema>;

const defaultRetries = 4;

/** How often one step may be tried. The wire carries retries, that is tries after the first. */
export function maxAttemptsOf(config: FunctionConfig): number {
  return (config.steps.step.retries?.attempts ?? defaultRetries) + 1;
}

/** Reads what an app registers. Each refusal names the function and the option. */
export function readFunctions(raw: readonly unknown[]): { functions: FunctionConfig[]; refusals: string[] } {
  const functions: FunctionConfig[] = [];
  const refusals: string[] = [];
  for (const entry of raw) {
    const parsed = functionConfigSchema.safeParse(entry);
    if (parsed.success) functions.push(parsed.data);
    else refusals.push(...parsed.error.issues.map((issue) => refusalOf(entry, issue)));
  }
  return { functions, refusals };
}

function refusalOf(entry: unknown, issue: z.core.$ZodIssue): string {
  const named = z.object({ id: z.string() }).safeParse(entry);
  const where = [named.success ? named.data.id : "unnamed function", ...issue.path.map(String)].join(".");
  const inner = issue.code === "invalid_union" ? issue.errors.flat().map((each) => each.message) : [];
  return `${where}: ${[issue.message, ...new Set(inner)].join("; ")}`;
}
