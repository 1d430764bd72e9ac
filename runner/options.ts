import { z } from "zod";
import { type Log, logLine } from "./log.ts";

export interface RunnerOptions {
  databaseUrl: string;
  /** 0 takes any free port. */
  port: number;
  /** The serve URL of the app, such as http://127.0.0.1:3000/api/inngest. */
  appUrl: string;
  /** Null means unsigned mode, for tests only: whoever reaches the app's endpoint then runs any function. */
  signingKey: string | null;
  /** Null accepts any event key (unsigned mode). */
  eventKey: string | null;
  virtualClock: boolean;
  log: Log;
}

const secret = z.string().min(1, "must be set (INNGEST_DEV=1 runs unsigned, for tests only)");

const environmentSchema = z.object({
  RUNNER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  RUNNER_PORT: z.coerce.number().int().min(0).max(65_535),
  RUNNER_APP_URL: z.url({ protocol: /^https?$/ }),
  RUNNER_VIRTUAL_CLOCK: z.enum(["0", "1"]).default("0"),
});

const keysSchema = z.object({
  INNGEST_SIGNING_KEY: secret.regex(/^signkey-\w+-([0-9a-f]{2})+$/i, "must look like signkey-prod-<hex>"),
  INNGEST_EVENT_KEY: secret,
});

/** Reads the runner's environment. Throws one error that names every bad variable. */
export function readOptions(environment: Readonly<Record<string, string | undefined>>): RunnerOptions {
  const unsigned = environment.INNGEST_DEV === "1";
  const parsed = environmentSchema.safeParse(environment);
  const keys = unsigned ? null : keysSchema.safeParse(environment);
  const issues = [...(parsed.error?.issues ?? []), ...(keys?.error?.issues ?? [])];
  if (!parsed.success || (keys !== null && !keys.success)) {
    throw new Error(issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
  }
  return {
    databaseUrl: parsed.data.RUNNER_DATABASE_URL,
    port: parsed.data.RUNNER_PORT,
    appUrl: parsed.data.RUNNER_APP_URL,
    signingKey: keys?.data.INNGEST_SIGNING_KEY ?? null,
    eventKey: keys?.data.INNGEST_EVENT_KEY ?? null,
    virtualClock: parsed.data.RUNNER_VIRTUAL_CLOCK === "1",
    log: logLine,
  };
}
