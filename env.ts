import { isIP } from "node:net";
import { z } from "zod";

const url = z.url();
const port = z.coerce.number().int().min(1).max(65_535);
const secret = z.string().min(32, "must have at least 32 characters");
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" });

const listOf = (fits: (one: string) => boolean, complaint: string) =>
  z
    .string()
    .default("")
    .transform((text) => text.split(",").flatMap((one) => one.trim() || []))
    .refine((list) => list.every(fits), complaint);

const schema = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl,
  DATABASE_WORKER_URL: postgresUrl,
  RUNNER_DATABASE_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  APP_URL: url.optional(),
  RUNNER_PORT: port.optional(),
  DATA_DIR: z.string().default(".data"),
  APP_MODE: z.enum(["demo", "test", "production"]).default("production"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: url.optional(),
  LINK_SECRET: secret,
  ENCRYPTION_KEY: z.string().refine(isKey, "must be 32 bytes in base64"),
  ENCRYPTION_KEY_PREVIOUS: z.string().refine(isKey, "must be 32 bytes in base64").optional(),
  INNGEST_BASE_URL: url.optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: url.optional(),
  RESEND_REQUESTS_PER_SECOND: z.coerce.number().positive().max(10_000).default(5),
  RESEND_WEBHOOK_SECRET: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// URL" }).optional(),
  MAIL_IN_PORT: port.optional(),
  MAIL_IN_HOST: z.string().default("127.0.0.1"),
  MAIL_IN_RELAYS: listOf(isNetwork, "must be addresses or networks, with commas between them"),
  DNS_SERVERS: listOf(isServer, "must be addresses of DNS servers, with commas between them"),
  MAIL_FROM: z.string().default("Comeback <mail@comeback.localhost>"),
  MAILER: z.enum(["outbox", "resend", "smtp"]).optional(),
  ALLOW_PRIVATE_ADDRESSES: z.stringbool().default(false),
  WRITER_PROVIDER: z.enum(["scripted", "anthropic", "openai", "google", "openai-compatible"]).optional(),
  WRITER_MODEL: z.string().optional(),
  WRITER_API_KEY: z.string().optional(),
  WRITER_BASE_URL: url.optional(),
});

type Parsed = z.infer<typeof schema>;
type Mailer = NonNullable<Parsed["MAILER"]>;
type WriterProvider = NonNullable<Parsed["WRITER_PROVIDER"]>;

export type Env = Omit<Parsed, "APP_URL" | "NEXTAUTH_URL" | "MAILER" | "WRITER_PROVIDER"> & {
  APP_URL: string;
  NEXTAUTH_URL: string;
  MAILER: Mailer;
  WRITER_PROVIDER: WriterProvider;
};

let parsed: Env | undefined;

/** The environment, parsed at the first call and not at import, so that a build needs no secrets. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Throws one line that names every variable it refuses. An empty value counts as missing. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) throw new Error(refusal(result.error.issues, given));
  const values = result.data;
  const appUrl = (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, "");
  const complete: Env = {
    ...values,
    APP_URL: appUrl,
    NEXTAUTH_URL: values.NEXTAUTH_URL ?? appUrl,
    MAILER: values.MAILER ?? chooseMailer(values),
    WRITER_PROVIDER: values.WRITER_PROVIDER ?? chooseWriter(values),
  };
  refuseHalfConfigured(complete);
  return complete;
}

function chooseMailer(values: Parsed): Mailer {
  if (values.RESEND_API_KEY) return "resend";
  return values.SMTP_URL ? "smtp" : "outbox";
}

function chooseWriter(values: Parsed): WriterProvider {
  if (!values.WRITER_MODEL) return "scripted";
  if (values.WRITER_BASE_URL) return "openai-compatible";
  if (values.WRITER_MODEL.startsWith("gemini")) return "google";
  return values.WRITER_MODEL.startsWith("claude") ? "anthropic" : "openai";
}

function refuseHalfConfigured(values: Env): void {
  const missing: string[] = [];
  if (values.MAILER === "resend" && !values.RESEND_API_KEY)
    missing.push("RESEND_API_KEY is missing (MAILER is resend)");
  if (values.MAILER === "smtp" && !values.SMTP_URL) missing.push("SMTP_URL is missing (MAILER is smtp)");
  if (values.WRITER_PROVIDER !== "scripted" && !values.WRITER_MODEL) missing.push("WRITER_MODEL is missing");
  if (values.WRITER_PROVIDER === "openai-compatible" && !values.WRITER_BASE_URL)
    missing.push("WRITER_BASE_URL is missing");
  if (["anthropic", "openai", "google"].includes(values.WRITER_PROVIDER) && !values.WRITER_API_KEY)
    missing.push("WRITER_API_KEY is missing");
  if (missing.length > 0) throw new Error(`Environment refused: ${missing.join("; ")}. See .env.example`);
}

function refusal(issues: z.core.$ZodIssue[], given: Record<string, unknown>): string {
  const complaints = issues.map((issue) => {
    const name = String(issue.path[0]);
    return name in given ? `${name} ${lower(issue.message)}` : `${name} is missing`;
  });
  return `Environment refused: ${complaints.join("; ")}. See .env.example`;
}

function lower(message: string): string {
  return message.startsWith("must") ? message : `is wrong (${message})`;
}

function isKey(text: string): boolean {
  return /^[A-Za-z0-9+/]+=*$/.test(text) && Buffer.from(text, "base64").length === 32;
}

/** An address, or a network as `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const most = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

/** An address, with a port or without: `9.9.9.9`, `127.0.0.1:5353`, `[::1]:53`. */
function isServer(text: string): boolean {
  const host = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? (isIP(text) ? text : text.replace(/:\d{1,5}$/, ""));
  return isIP(host) > 0;
}
