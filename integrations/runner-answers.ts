import { z } from "zod";

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const status = z.enum(["queued", "running", "completed", "failed", "cancelled"]);
const count = z.coerce.number().int().min(0);
export type RunStatus = z.infer<typeof status>;

/** A stored error is what a function threw, as the protocol serialises it; only its name and message are shown. */
const fault = z
  .object({ name: z.string().default("Error"), message: z.string().default("") })
  .nullable()
  .catch(null);

const summary = z.object({
  id: z.string(),
  functionId: z.string(),
  functionName: z.string(),
  status,
  event: z.string().nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  waitsFor: z
    .object({ kind: z.string(), name: z.string().nullable(), state: z.string(), dueAt: instant.nullable() })
    .nullable(),
  attempts: z.number().nullable(),
  lastError: fault,
});
export type RunSummary = z.infer<typeof summary>;

const detail = summary.extend({
  events: z.unknown(),
  output: z.unknown(),
  steps: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      op: z.string(),
      status: z.enum(["completed", "failed"]),
      output: z.string(),
      endedAt: instant.nullable(),
    }),
  ),
  outstanding: z.array(
    z.object({
      kind: z.string(),
      name: z.string().nullable(),
      state: z.string(),
      attempt: z.number(),
      dueAt: instant.nullable(),
      lastError: fault,
    }),
  ),
  pauses: z.array(
    z.object({
      kind: z.string(),
      event: z.string().nullable(),
      match: z.string().nullable(),
      expression: z.string().nullable(),
      expiresAt: instant.nullable(),
    }),
  ),
});
export type RunDetail = z.infer<typeof detail>;

/** Jobs by state: due now, being called, parked by a limit, sleeping; and how long the oldest due one has waited. */
const queue = z.object({
  runs: z.record(z.string(), count),
  due: count,
  calling: count,
  parked: count,
  sleeping: count,
  oldestDueAgeMs: z.coerce.number().min(0),
});
export type RunnerQueue = z.infer<typeof queue>;

const registered = z.object({
  id: z.string(),
  appId: z.string(),
  name: z.string(),
  archived: z.boolean(),
  config: z.unknown(),
});
export type RunnerFunction = z.infer<typeof registered>;

export const clockAnswer = z.object({ now: instant, speed: z.number() });
export type RunnerClock = z.infer<typeof clockAnswer>;

export const okAnswer = z.unknown();
export const runsAnswer = z.object({ data: z.array(summary), next: z.string().nullable() });
export const runAnswer = z.object({ data: detail });
export const queueAnswer = z.object({ data: queue });
export const functionsAnswer = z.object({ data: z.array(registered) });

/** The message of a refusal, whatever came instead of one. */
export const refusalAnswer = z
  .object({ error: z.string().optional(), message: z.string().optional() })
  .transform(({ error, message }) => error ?? message ?? "refused")
  .catch("refused");
