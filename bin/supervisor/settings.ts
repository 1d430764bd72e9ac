import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { StartError } from "./start-error.ts";

export type AppMode = "demo" | "test" | "production";

/** What a start needs to know before there are secrets and a database; the rest is parsed by env.ts. */
export type Settings = {
  root: string;
  dataFolder: string;
  host: string;
  port: number;
  /** Where people reach the app. */
  appUrl: string;
  /** Where this machine reaches the app. */
  localUrl: string;
  mode: AppMode;
  development: boolean;
  /** Somebody else's Postgres; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** Undefined means an Inngest outside: Cloud, self-hosted, or its dev server. */
  runnerPort: number | "any" | undefined;
  /** Where mail is taken in by SMTP; undefined where it is not. */
  mailDoor: { port: number; host: string } | undefined;
};

type Source = Record<string, string | undefined>;

export function readSettings(root: string, args: string[], source: Source = process.env): Settings {
  const port = readPort("PORT", source.PORT) ?? 3000;
  const host = source.HOST || "127.0.0.1";
  const databaseUrl = source.DATABASE_URL || undefined;
  const mailPort = readPort("MAIL_IN_PORT", source.MAIL_IN_PORT);
  return {
    mailDoor: mailPort ? { port: mailPort, host: source.MAIL_IN_HOST || "127.0.0.1" } : undefined,
    root,
    dataFolder: resolve(root, source.DATA_DIR || ".data"),
    host,
    port,
    appUrl: source.APP_URL || `http://localhost:${port}`,
    localUrl: `http://${localHost(host)}:${port}`,
    mode: readMode(source.APP_MODE || (databaseUrl ? "production" : "demo")),
    development: args.includes("--dev"),
    databaseUrl,
    runnerPort: hasInngestOutside(source) ? undefined : (readPort("RUNNER_PORT", source.RUNNER_PORT) ?? "any"),
  };
}

/** The tests bring every variable themselves; a person's .env must not change what they mean. */
export function loadEnvFile(root: string): void {
  const file = join(root, ".env");
  if (process.env.APP_MODE !== "test" && existsSync(file)) process.loadEnvFile(file);
}

function readPort(name: string, text: string | undefined): number | undefined {
  if (!text) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`${name} is ${text}: give a number from 1 to 65535`);
}

function readMode(text: string): AppMode {
  if (text === "demo" || text === "test" || text === "production") return text;
  throw new StartError(`APP_MODE is ${text}: choose demo, test or production`);
}

function hasInngestOutside(source: Source): boolean {
  return Boolean(
    source.INNGEST_BASE_URL || source.INNGEST_DEV || (source.INNGEST_EVENT_KEY && source.INNGEST_SIGNING_KEY),
  );
}

function localHost(host: string): string {
  if (host === "0.0.0.0" || host === "localhost") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
